import type { CustomNodeType, Json, JsonObject, Realm } from '@tandem/journey';
import { allOutcomesOf, type Callback, type ConfigField, definitionOf, definitions, isExecuted, type ScriptResult } from '@tandem/nodes';
import * as fc from 'fast-check';
import type { ScriptStub } from './driver.ts';
import { bjensen, realmWith, scarter } from './realm.ts';

const CUSTOM_OUTCOMES = ['one', 'two', 'Script Error'];
const CUSTOM: CustomNodeType = {
  _id: 'c0ffee00c0ffee00c0ffee00c0ffee00-1',
  serviceName: 'c0ffee00c0ffee00c0ffee00c0ffee00',
  displayName: 'Dice',
  outcomes: ['one', 'two'],
  inputs: [],
  outputs: [],
  script: '',
  errorOutcome: true,
  properties: { text: { type: 'STRING', defaultValue: 'x' } },
};
const CUSTOM_TYPE = `designer-${CUSTOM.serviceName}`;

/**
 * Random journeys of every node type that Tandem executes, pages of both versions, custom nodes and journey flags included, with random settings,
 * scripts and connections: mostly nonsense, which is the point. A backchannel pair is always among them.
 */

/** Every type with an execution of its own, and custom nodes. */
export const EXECUTED: readonly string[] = [...definitions.map(({ type }) => type).filter((type) => isExecuted(type)), CUSTOM_TYPE];
const single = EXECUTED.filter((type) => type !== 'PageNode');
/** What pages hold: mostly what they are made for, now and then what AM refuses there. */
const askers = [
  'UsernameCollectorNode',
  'PasswordCollectorNode',
  'ChoiceCollectorNode',
  'ValidatedUsernameNode',
  'MessageNode',
  'AttributeCollectorNode',
];
const KEYS = ['username', 'password', 'objectAttributes', '_id', 'backchannel-transaction', 'note'];

function fieldValue(field: ConfigField): fc.Arbitrary<Json | undefined> {
  const fallback = fc.constant(field.default);
  switch (field.kind) {
    case 'journey':
      return fc.constantFrom('Main', 'Phone', 'Inner', 'Missing');
    case 'script':
      return fc.constantFrom('script-a', 'script-b', 'script-a', 'script-b', 'missing');
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fallback, fc.integer({ min: field.min ?? 0, max: Math.min(field.max ?? 9, (field.min ?? 0) + 9) }));
    case 'enum':
      return fc.constantFrom(...(field.options ?? []).map(({ value }) => value));
    case 'stateKey':
      return fc.constantFrom(...KEYS);
    case 'outcomes':
      return fc.constant(['one', 'two']);
    case 'stringList':
      return fc.oneof(fallback, fc.subarray(KEYS));
    case 'localized':
      return fc.constantFrom<Json>({}, { en: 'Hello {{time}}' });
    case 'emailTemplate':
      return fc.constantFrom('mail', 'missing');
    case 'nodeType':
      return fc.constantFrom('PollingWaitNode', 'MessageNode', 'Unknown');
    default:
      return fallback;
  }
}

function configOf(type: string): fc.Arbitrary<JsonObject> {
  const fields = definitionOf(type, { customTypes: { [CUSTOM._id]: CUSTOM } }).fields;
  return fc
    .record(Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, fieldValue(field)])))
    .map((config) => Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)) as JsonObject);
}

const outcomesOf = (type: string): string[] => [
  ...new Set([...(allOutcomesOf(type, {}) ?? []).map(({ id }) => id), 'outcome', 'one', 'two', 'true', 'false', ...CUSTOM_OUTCOMES]),
];

type Spec = Parameters<typeof realmWith>[0][string];
type NodeSpec = Spec['nodes'][string];
interface Part {
  node: NodeSpec;
  children: Record<string, { type: string; config?: JsonObject }>;
}

/** A node that is no page, going on to any of these. */
function plainNode(type: string, targets: readonly string[]): fc.Arbitrary<Part> {
  const to = connections(outcomesOf(type), targets);
  return fc.record({ type: fc.constant(type), config: configOf(type), to }).map((node) => ({ node, children: {} }));
}

/** One number decides them all: an arbitrary for each of some twenty outcomes takes longer than the run. */
function connections(outcomes: readonly string[], targets: readonly string[]): fc.Arbitrary<Record<string, string>> {
  const all = [...targets, ...targets, ...targets, 'success', 'failure'];
  const pick = (seed: number, index: number): string => all[(Math.imul(seed + index, 0x9e3779b1) >>> 16) % all.length] as string;
  return fc.nat().map((seed) => Object.fromEntries(outcomes.map((outcome, index) => [outcome, pick(seed, index)])));
}

/** A page of up to three nodes; 2.0 names its outcomes after the last one. */
function pageNode(id: string, targets: readonly string[]): fc.Arbitrary<Part> {
  const asker = fc.constantFrom(...askers);
  const last = fc.oneof({ weight: 3, arbitrary: asker }, { weight: 1, arbitrary: fc.constantFrom(...single) });
  const types = fc.tuple(fc.array(asker, { maxLength: 2 }), last).map(([first, end]) => [...first, end]);
  return fc.tuple(types, fc.constantFrom('1.0', '2.0')).chain(([types, version]) => {
    const ids = types.map((_, index) => `${id}-${index}`);
    const own = outcomesOf(types.at(-1) ?? '');
    const outcomes = version === '1.0' ? own : own.map((outcome) => `${ids.at(-1)}-${outcome}`);
    const nodes = types.map((nodeType, index) => ({ _id: ids[index] as string, nodeType, displayName: ids[index] as string }));
    return fc.tuple(connections(outcomes, targets), ...types.map(configOf)).map(([to, ...configs]) => ({
      node: { type: 'PageNode', version, config: { nodes, pageHeader: { en: 'Page' } }, to },
      children: Object.fromEntries(types.map((type, index) => [ids[index] as string, { type, config: configs[index] as JsonObject }])),
    }));
  });
}

const flags: fc.Arbitrary<JsonObject> = fc.record(
  {
    enabled: fc.constantFrom(true, true, true, false),
    mustRun: fc.boolean(),
    noSession: fc.boolean(),
    innerTreeOnly: fc.constantFrom(false, false, false, true),
    transactionalOnly: fc.constantFrom(false, false, false, true),
    treeTimeout: fc.constantFrom(1, 5, 30),
    maximumSessionTime: fc.constantFrom(1, 120),
    maximumIdleTime: fc.constantFrom(1, 30),
    identityResource: fc.constantFrom('managed/alpha_user', 'managed/alpha_role'),
  },
  { requiredKeys: [] },
);

interface RandomJourney extends Spec {
  children: Part['children'];
}

function journey(name: string, size: number): fc.Arbitrary<RandomJourney> {
  const ids = Array.from({ length: size }, (_, index) => `${name}${index}`);
  const part = (id: string): fc.Arbitrary<Part> =>
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...single).chain((type) => plainNode(type, ids)) },
      { weight: 2, arbitrary: plainNode('ScriptedDecisionNode', ids) },
      { weight: 2, arbitrary: pageNode(id, ids) },
    );
  return fc.tuple(flags, ...ids.map(part)).map(([flags, ...parts]) => ({
    flags,
    nodes: Object.fromEntries(ids.map((id, index) => [id, (parts[index] as Part).node])),
    children: Object.assign({}, ...parts.map((each) => each.children)) as Part['children'],
  }));
}

const common: NodeSpec = {
  type: 'PageNode',
  version: '2.0',
  config: {
    nodes: ['Name', 'Word'].map((id) => ({ _id: id, nodeType: id === 'Name' ? 'UsernameCollectorNode' : 'PasswordCollectorNode', displayName: id })),
  },
  to: { 'Word-outcome': 'Init' },
};

/** A realm whose journeys are `Main` (begins with a page and initializes `Phone`), `Phone` and `Inner`; its default journey is `Main`. */
const oneRealm: fc.Arbitrary<Realm> = fc.tuple(journey('main', 6), journey('phone', 5), journey('inner', 3)).map(([main, phone, inner]) => {
  const realm = realmWith(
    {
      Main: {
        // Most runs are to get somewhere, and some to come back too late.
        flags: { ...main.flags, enabled: true, innerTreeOnly: false, transactionalOnly: false, maximumSessionTime: 120, maximumIdleTime: 1 },
        nodes: {
          Start: common,
          Init: {
            type: 'BackChannelInitNode',
            config: { tree: 'Phone', idType: 'USER', usernameKey: 'username', timeout: 60, allowRetry: false },
            to: { created: 'Script', unknown: 'main1', error: 'main2' },
          },
          Script: { type: 'ScriptedDecisionNode', config: { script: 'script-a', outcomes: ['one', 'two'] }, to: { one: 'Push', two: 'Inside' } },
          Inside: {
            type: 'InnerTreeEvaluatorNode',
            config: { tree: 'Inner', displayErrorOutcome: true },
            to: { true: 'main0', false: 'main1', error: 'main2' },
          },
          Push: { type: 'PushAuthenticationSenderNode', to: { SENT: 'success', NOT_REGISTERED: 'main0', SKIPPED: 'main1' } },
          ...main.nodes,
        },
      },
      Phone: phone,
      Inner: inner,
    },
    {
      scripts: { 'script-a': 'a', 'script-b': 'b' },
      identities: [{ ...bjensen, pushDevices: [{ uuid: 'phone', deviceName: 'Phone', lastAccessDate: 1 }] }, scarter],
      inner: {
        Name: { type: 'UsernameCollectorNode' },
        Word: { type: 'PasswordCollectorNode' },
        ...main.children,
        ...phone.children,
        ...inner.children,
      },
    },
  );
  realm.nodeTypes[CUSTOM._id] = CUSTOM;
  realm.emailTemplates.mail = {
    _id: 'mail',
    from: '',
    enabled: true,
    subject: { en: 'Mail' },
    message: { en: '<a href="{{object.resumeURI}}">on</a>' },
  };
  realm.services.defaultJourney = 'Main';
  return realm;
});

/** Two versions of a realm: the second one has other journeys for the first one's nodes, some of them gone. */
export const randomRealms: fc.Arbitrary<readonly [Realm, Realm]> = fc.tuple(oneRealm, oneRealm);

/** Scripts that do what their seed says: asks, fails, writes state, chooses. Like a real one a stub depends on its effect alone. */
const scripted: ScriptStub = ({ bindings, scriptId }): Partial<ScriptResult> => {
  const dice = Number.parseInt(bindings.seed.slice(0, 2), 16) % 6;
  const ask: Callback = { type: 'TextInputCallback', output: [{ name: 'prompt', value: scriptId }], input: [{ suffix: '', value: '' }] };
  if (dice === 0 && bindings.callbacks.length === 0) return { callbacks: [ask] };
  if (dice === 1) return { status: 'error', error: { message: `${scriptId} failed` } };
  if (dice === 2 && !bindings.resumedFromSuspend) return { suspend: { message: 'Look into your mail', minutes: 2 } };
  const writes: ScriptResult['writes'] = [{ op: 'put', scope: dice > 3 ? 'shared' : 'transient', key: 'note', value: bindings.seed }];
  return {
    outcome: dice > 3 ? 'one' : 'two',
    writes,
    config: { secondsToWait: dice },
    ...(dice === 3 ? { waited: 1500 } : {}),
    ...(dice === 4 ? { sessionProperties: { dice: bindings.seed }, maxSessionTime: 1 } : {}),
    logs: [{ level: 'warn', message: `${scriptId} ${bindings.now}` }],
  };
};
export const scripts: Record<string, ScriptStub> = { 'script-a': scripted, 'script-b': scripted, [CUSTOM._id]: scripted };
