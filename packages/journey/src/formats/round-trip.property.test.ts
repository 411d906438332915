import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applied, knowledge, meta, structured } from '../../test/helpers.ts';
import { equalExports } from '../diff/equal-exports.ts';
import { planImport } from '../import/plan.ts';
import { emptyRealm, FAILURE_NODE_ID, type Json, type JsonObject, SUCCESS_NODE_ID } from '../model.ts';
import { encodeScript } from '../script/body.ts';
import { parseExport } from './read.ts';
import { exportJourneys } from './write.ts';

const safeKey = fc.string({ minLength: 1, maxLength: 6 }).filter((key) => !['__proto__', 'constructor', 'prototype'].includes(key));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(safeKey, tie('value'), { maxKeys: 3 }).map((entry) => ({ ...entry })),
  ),
})).value;
const object = fc.dictionary(safeKey, json, { maxKeys: 3 }).map((entry): JsonObject => ({ ...entry }));
const extras = fc
  .dictionary(
    safeKey.map((key) => `x-${key}`),
    json,
    { maxKeys: 2 },
  )
  .map((entry): JsonObject => ({ ...entry }));

/** Ids come from a small pool, so that journeys, pages and references meet by chance; their prefix keeps journeys apart. */
const id = (prefix: string) => fc.integer({ min: 1, max: 6 }).map((n) => `${prefix}-${n}`);
const type = fc.constantFrom('PageNode', 'ScriptedDecisionNode', 'InnerTreeEvaluatorNode', 'EmailTemplateNode', 'LunarPhaseNode', 'designer-bell');
const maybe = <T extends Json>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<JsonObject> =>
  fc.option(value, { nil: undefined }).map((item): JsonObject => (item === undefined ? {} : { [key]: item }));
const merged = (...parts: fc.Arbitrary<JsonObject>[]): fc.Arbitrary<JsonObject> =>
  fc.tuple(...parts).map((list): JsonObject => Object.assign({}, ...list));
const byId = (ids: fc.Arbitrary<string>, value: (key: string) => fc.Arbitrary<JsonObject>) =>
  fc
    .uniqueArray(ids, { maxLength: 4 })
    .chain((keys) =>
      fc.tuple(...keys.map(value)).map((values): JsonObject => Object.fromEntries(keys.map((key, index) => [key, values[index] as Json]))),
    );

function nodeResource(prefix: string, nodeId: string): fc.Arbitrary<JsonObject> {
  const child = merged(
    id(prefix).map((_id) => ({ _id })),
    type.map((nodeType) => ({ nodeType })),
    maybe('nodeVersion', fc.constant('1.0')),
    extras,
  );
  return merged(
    extras,
    fc.boolean().map((has): JsonObject => (has ? { _id: nodeId } : {})),
    maybe('_rev', fc.string()),
    merged(
      type.map((_id) => ({ _id })),
      maybe('name', fc.string()),
      maybe('version', fc.constant('2.0')),
      extras,
    ).map((_type) => ({ _type })),
    maybe(
      '_outcomes',
      fc.array(
        fc.string().map((outcome) => ({ id: outcome, displayName: outcome })),
        { maxLength: 2 },
      ),
    ),
    maybe('nodes', fc.array(child, { maxLength: 3 })),
    maybe('script', id('script')),
    maybe('emailTemplateName', id('template')),
    maybe('tree', fc.constantFrom('J0', 'J1', 'gone')),
  );
}

function script(prefix: string, scriptId: string): fc.Arbitrary<JsonObject> {
  const body = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('lines', 'json', 'base64'))
    .map(([source, encoding]) => encodeScript(source, encoding as 'lines'));
  return merged(
    fc.boolean().map((has): JsonObject => (has ? { _id: scriptId } : {})),
    maybe('name', fc.string()),
    body.map((text) => ({ script: text })),
    extras.map((extra) => ({ ...extra, prefix })),
  );
}

function customType(): fc.Arbitrary<JsonObject> {
  const source = fc.oneof(
    fc.string(),
    fc.array(
      fc.string().map((line) => line.replaceAll('\n', '')),
      { minLength: 1, maxLength: 3 },
    ),
  );
  return merged(
    fc.string().map((displayName) => ({ displayName })),
    fc.constant({ outcomes: ['a'] }),
    source.map((text) => ({ script: text })),
    maybe('errorOutcome', fc.boolean()),
    extras,
  );
}

function entry(name: string): fc.Arbitrary<JsonObject> {
  const placed = merged(
    type.map((nodeType) => ({ nodeType })),
    maybe('displayName', fc.string()),
    maybe(
      'x',
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
    ),
    maybe(
      'connections',
      fc.dictionary(safeKey, fc.oneof(id(name), fc.constantFrom(SUCCESS_NODE_ID, FAILURE_NODE_ID))).map((connections) => ({ ...connections })),
    ),
    extras,
  );
  const tree = merged(
    fc.constant({ _id: name }),
    maybe('entryNodeId', id(name)),
    maybe('enabled', fc.boolean()),
    maybe(
      'nodes',
      byId(id(name), () => placed),
    ),
    maybe('staticNodes', fc.constant({ startNode: { x: 1 } })),
    extras,
  );
  const nodes = fc
    .tuple(
      byId(id(name), (key) => nodeResource(name, key)),
      byId(id(name), (key) => nodeResource(name, key)),
    )
    .map(
      ([outer, inner]): JsonObject => ({
        nodes: outer,
        innerNodes: Object.fromEntries(Object.entries(inner).filter(([key]) => !Object.hasOwn(outer, key))),
      }),
    );
  const themes = fc
    .uniqueArray(id(`theme-${name}`), { maxLength: 3 })
    .chain((ids) => fc.tuple(...ids.map((_id) => extras.map((extra): JsonObject => ({ _id, ...extra })))));
  const container = (key: string) =>
    maybe(
      key,
      byId(id(`${key}-${name}`), () => object),
    );
  return merged(
    tree.map((value) => ({ tree: value })),
    nodes,
    maybe(
      'scripts',
      byId(id(`script-${name}`), (key) => script(name, key)),
    ),
    maybe(
      'emailTemplates',
      byId(id(`template-${name}`), () => object),
    ),
    maybe('themes', themes),
    container('socialIdentityProviders'),
    container('saml2Entities'),
    container('circlesOfTrust'),
    container('variable'),
    maybe(
      'nodeTypes',
      byId(id(`type-${name}`), () => customType()),
    ),
    extras,
  );
}

const meta1 = { meta: { exportTool: 'platform-admin ui tree export', exportToolVersion: '1.0' } };
const anyExport: fc.Arbitrary<JsonObject> = fc.oneof(
  entry('J0'),
  fc.tuple(entry('J0'), entry('J1'), fc.boolean()).map(([a, b, aic]): JsonObject => ({ ...(aic ? meta1 : {}), trees: { J0: a, J1: b } })),
);

it('any export, imported and exported in either format, is equal; imported again it changes nothing', () => {
  fc.assert(
    fc.property(anyExport, fc.constantFrom('aic' as const, 'frodo' as const), (file, format) => {
      const text = JSON.stringify(file);
      const before = JSON.parse(text) as Json;
      const parsed = parseExport(text);
      const realm = applied(emptyRealm('alpha'), planImport(emptyRealm('alpha'), parsed, {}, knowledge));
      const names = parsed.journeys.map((journey) => journey.name);
      const written = structured(exportJourneys(realm, names, { format, meta }, knowledge));
      expect(equalExports(before, written)).toEqual([]);
      expect(planImport(realm, parsed, {}, knowledge).puts).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
