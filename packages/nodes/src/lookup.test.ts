import { type CustomNodeType, emptyRealm, type JsonObject, type NodeResource } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { catalog } from './catalog/find.ts';
import { groupOf, paletteGroups } from './catalog/groups.ts';
import { executorFor, executors } from './execute.ts';
import { allOutcomesOf, configOf, definitionOf, isExecuted, knownNodeType, nodeKnowledge, outcomesOf, paletteEntries } from './lookup.ts';
import { definitions, executedTypes } from './registry/definitions.ts';

const custom: CustomNodeType = { _id: 'ab12-1', serviceName: 'ab12', displayName: 'My node', outcomes: ['Done'], script: '' };
const customTypes = { 'ab12-1': custom };
const realm = { nodes: {}, nodeTypes: customTypes };
const resource = (type: string, config: object = {}): NodeResource => ({ _id: 'n', _type: { _id: type }, ...config });

describe('definitionOf', () => {
  test('finds native, custom and any other type', () => {
    expect(definitionOf('PollingWaitNode').name).toBe('Polling Wait Node');
    expect(definitionOf('designer-ab12', { customTypes }).name).toBe('My node');
    expect(definitionOf('designer-ab12', { customTypes: [custom] }).name).toBe('My node');
    expect(definitionOf('designer-ab12').name).toBe('designer-ab12');
    expect(definitionOf('IotAuthenticationNode').name).toBe('Authenticate Thing');
    expect(definitionOf('toString').name).toBe('toString');
  });

  test('keeps the definition of a custom type as long as the type is the same', () => {
    expect(definitionOf('designer-ab12', { customTypes })).toBe(definitionOf('designer-ab12', { customTypes }));
  });
});

test('knows native, catalog and the given custom types', () => {
  expect(['BackChannelInitNode', 'IotAuthenticationNode'].map((type) => knownNodeType(type))).toEqual([true, true]);
  expect(knownNodeType('designer-ab12')).toBe(false);
  expect(knownNodeType('designer-ab12', customTypes)).toBe(true);
  expect(knownNodeType('VendorNode')).toBe(false);
});

test('Configuration Provider cannot imitate types with free-form outcomes', () => {
  for (const type of ['ScriptedDecisionNode', 'PageNode', 'ChoiceCollectorNode', 'VendorNode']) expect(allOutcomesOf(type)).toBeNull();
  expect(allOutcomesOf('designer-ab12', customTypes)).toEqual([{ id: 'Done', displayName: 'Done' }]);
  expect(allOutcomesOf('PushWaitNode')?.map(({ id }) => id)).toEqual(['DONE', 'EXITED']);
});

test("configuration is everything but AM's own properties", () => {
  expect(configOf({ ...resource('X', { a: 1, _rev: '1' }), _outcomes: [] })).toEqual({ a: 1 });
  expect(configOf(undefined)).toEqual({});
});

describe('outcomesOf', () => {
  test('reads the stored configuration with defaults', () => {
    expect(outcomesOf(realm, { nodeType: 'PollingWaitNode' }, resource('PollingWaitNode', { exitable: true })).map(({ id }) => id)).toEqual([
      'DONE',
      'EXITED',
    ]);
    expect(outcomesOf(realm, { nodeType: 'PollingWaitNode' }, undefined).map(({ id }) => id)).toEqual(['DONE']);
  });

  test('finds custom types and connections', () => {
    expect(outcomesOf(realm, { nodeType: 'designer-ab12' }, undefined).map(({ id }) => id)).toEqual(['Done']);
    expect(outcomesOf(realm, { nodeType: 'VendorNode', connections: { a: 'x' } }, undefined).map(({ id }) => id)).toEqual(['a']);
  });

  test('ignores stored outcomes that the configuration no longer has', () => {
    const node = { ...resource('PollingWaitNode'), _outcomes: [{ id: 'SPAM' }] };
    expect(outcomesOf(realm, { nodeType: 'PollingWaitNode' }, node).map(({ id }) => id)).toEqual(['DONE']);
  });
});

describe('nodeKnowledge', () => {
  const knowledge = nodeKnowledge(realm);

  test("knows AM's own types; custom ones are looked up in the realm", () => {
    expect(['BackChannelInitNode', 'IotAuthenticationNode', 'designer-ab12', 'VendorNode'].map((type) => knowledge.nodeTypeKnown(type))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test.each([
    ['BackChannelInitNode', { tree: 'Login' }, { journeys: ['Login'], scripts: [], emailTemplates: [] }],
    ['InnerTreeEvaluatorNode', { tree: 'Inner' }, { journeys: ['Inner'], scripts: [], emailTemplates: [] }],
    ['ScriptedDecisionNode', { script: 's1' }, { journeys: [], scripts: ['s1'], emailTemplates: [] }],
    ['ConfigProviderNode', { script: 's2' }, { journeys: [], scripts: ['s2'], emailTemplates: [] }],
    ['EmailTemplateNode', { emailTemplateName: 'welcome' }, { journeys: [], scripts: [], emailTemplates: ['welcome'] }],
    ['SocialProviderHandlerNodeV2', { script: 's3' }, { journeys: [], scripts: ['s3'], emailTemplates: [] }],
    ['ScriptedDecisionNode', { script: '[Empty]' }, { journeys: [], scripts: [], emailTemplates: [] }],
  ])('%s with %j refers to %j', (type, config, references) => {
    expect(knowledge.references(type, config)).toEqual(references);
  });

  test('answers for any configuration', () => {
    const wrong = { tree: 7, script: null, nodes: 'x', outcomes: {}, emailTemplateName: [], waitingMessage: 3, properties: [], _id: 1 };
    for (const { type } of definitions) {
      expect(() => knowledge.references(type, wrong as never)).not.toThrow();
      expect(() => knowledge.outcomes({ nodeType: type }, { ...resource(type), ...wrong, _id: 'n' } as NodeResource)).not.toThrow();
      expect(() => definitionOf(type).summary(wrong as never)).not.toThrow();
      expect(() => [definitionOf(type).reads(wrong as never), definitionOf(type).writes(wrong as never)]).not.toThrow();
    }
  });
});

describe('palette', () => {
  const entries = paletteEntries(customTypes);

  test('has every type of a tenant once, and the custom ones', () => {
    expect(new Set(entries.map(({ type }) => type)).size).toBe(entries.length);
    // 236 types of the recorded tenant, of which two are that tenant's own custom nodes.
    expect(entries).toHaveLength(234 + 1);
    expect(catalog.length + definitions.length).toBe(234);
  });

  test('shows our groups first, marketplace last, names in order', () => {
    const groups = [...new Set(entries.map(({ group }) => group))];
    expect(groups).toEqual(paletteGroups.filter((group) => groups.includes(group)));
    expect(groups.slice(0, 2)).toEqual(['Backchannel', 'Custom nodes']);
    expect(entries.filter(({ group }) => group === 'Backchannel').map(({ name }) => name)).toEqual([
      'Backchannel Initialize',
      'Backchannel Notification',
      'Backchannel Status',
    ]);
  });

  test('marks what a run executes', () => {
    const executed = (type: string) => entries.find((entry) => entry.type === type)?.executed;
    expect(['PollingWaitNode', 'designer-ab12', 'InnerTreeEvaluatorNode', 'IotAuthenticationNode'].map(executed)).toEqual([true, true, true, false]);
  });

  test('explains every type', () => {
    for (const { help } of entries) expect(help.length).toBeGreaterThan(10);
  });
});

test.each([
  [['utilities', 'backchannel'], 'Backchannel'],
  [['customNode', 'utilities'], 'Custom nodes'],
  [['basic authn', 'basic authentication'], 'Basic authentication'],
  [['multi-factor authentication', 'marketplace', 'trustnetwork'], 'Marketplace'],
  [['otp', 'mfa', 'multi-factor authentication'], 'MFA'],
  [['metrics', 'utilities'], 'Utilities'],
  [['social', 'federation'], 'Federation'],
  [['iot', 'things'], 'IoT'],
  [[], 'Uncategorized'],
  [['authz'], 'Uncategorized'],
])('tags %j belong to %s', (tags, group) => {
  expect(groupOf(tags)).toBe(group);
});

test('every executed type has an executor, every other one a person', () => {
  expect(new Set(Object.keys(executors))).toEqual(executedTypes);
  expect(executorFor('PollingWaitNode')).toBe(executors.PollingWaitNode);
  expect(executorFor('designer-ab12')).not.toBe(executorFor('VendorNode'));
  expect(executorFor('designer-ab12', false)).toBe(executorFor('VendorNode'));
  expect(executorFor('toString')).toBe(executorFor('VendorNode'));
  expect(isExecuted('VendorNode')).toBe(false);
});

describe('every definition', () => {
  test.each(definitions.map((definition) => [definition.type, definition] as const))('%s is complete', (_, definition) => {
    expect(definition.sources.length).toBeGreaterThan(0);
    expect(definition.help).toMatch(/\.$/);
    expect(definition.icon).toMatch(/^[a-z0-9-]+$/);
    expect(definition.versions.at(-1)).toBe('1.0');
    for (const field of Object.values(definition.fields)) {
      expect(field.label).not.toBe('');
      if (field.kind === 'enum') expect(field.options?.length).toBeGreaterThan(0);
      if (field.when) expect(Object.keys(definition.fields)).toContain(field.when.field);
    }
  });
});

describe('numbers that AM does not take', () => {
  const fieldsOf = (type: string, config: JsonObject) =>
    nodeKnowledge(emptyRealm('alpha'))
      .outOfBounds(type, config)
      .map(({ field }) => field);

  test.each<[string, JsonObject, string[]]>([
    ['BackChannelInitNode', { timeout: 1e15 }, ['timeout']],
    ['BackChannelInitNode', { timeout: '1e15' }, ['timeout']],
    ['BackChannelInitNode', { timeout: 2147483647 }, []],
    ['BackChannelInitNode', { timeout: '&{esv.timeout}' }, []],
    ['PollingWaitNode', { secondsToWait: 1e300, spamDetectionTolerance: 1e300 }, ['secondsToWait']],
    ['PollingWaitNode', { secondsToWait: -1 }, ['secondsToWait']],
    ['SetSessionPropertiesNode', { maxSessionTime: 2147483648, maxIdleTime: 2147483648 }, ['maxSessionTime', 'maxIdleTime']],
    ['PushWaitNode', { secondsToWait: 1e10 }, ['secondsToWait']],
    ['LunarPhaseNode', { phase: 1e300 }, []],
  ])('%s %j: %j', (type, config, fields) => {
    expect(fieldsOf(type, config)).toEqual(fields);
  });
});
