import type { Json, JsonObject, Realm } from '@tandem/journey';
import { allOutcomesOf, type Callback, type ConfigField, definitions, isExecuted, type ScriptResult } from '@tandem/nodes';
import * as fc from 'fast-check';
import type { ScriptStub } from './driver.ts';
import { realmWith } from './realm.ts';

/**
 * Random journeys of every node type that Tandem executes, with random settings, scripts and connections: mostly nonsense, which is the point. A
 * backchannel pair is always among them.
 */

const EXCLUDED = new Set(['PageNode']);
const types = definitions.filter(({ type }) => isExecuted(type) && !EXCLUDED.has(type)).map(({ type }) => type);
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
    case 'nodeType':
      return fc.constantFrom('PollingWaitNode', 'MessageNode', 'Unknown');
    default:
      return fallback;
  }
}

function configOf(type: string): fc.Arbitrary<JsonObject> {
  const fields = definitions.find((definition) => definition.type === type)?.fields ?? {};
  return fc
    .record(Object.fromEntries(Object.entries(fields).map(([id, field]) => [id, fieldValue(field)])))
    .map((config) => Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined)) as JsonObject);
}

const outcomesOf = (type: string): string[] => [
  ...new Set([...(allOutcomesOf(type, {}) ?? []).map(({ id }) => id), 'outcome', 'one', 'two', 'true', 'false']),
];

function journey(name: string, size: number): fc.Arbitrary<Parameters<typeof realmWith>[0][string]> {
  const ids = Array.from({ length: size }, (_, index) => `${name}${index}`);
  const node = fc
    .oneof({ weight: 3, arbitrary: fc.constantFrom(...types) }, { weight: 1, arbitrary: fc.constant('ScriptedDecisionNode') })
    .chain((type) =>
      fc.record({
        type: fc.constant(type),
        config: configOf(type),
        to: fc.record(
          Object.fromEntries(outcomesOf(type).map((outcome) => [outcome, fc.constantFrom(...ids, ...ids, ...ids, 'success', 'failure')])),
        ),
      }),
    );
  return fc
    .tuple(...ids.map(() => node))
    .map((nodes) => ({ nodes: Object.fromEntries(ids.map((id, index) => [id, nodes[index] as (typeof nodes)[0]])) }));
}

/** A realm whose journeys are `Main` (begins by asking for a name and initializing `Phone`), `Phone` and `Inner`. */
export const randomRealm: fc.Arbitrary<Realm> = fc.tuple(journey('main', 6), journey('phone', 5), journey('inner', 3)).map(([main, phone, inner]) =>
  realmWith(
    {
      Main: {
        nodes: {
          Name: { type: 'UsernameCollectorNode', to: { outcome: 'Init' } },
          Init: {
            type: 'BackChannelInitNode',
            config: { tree: 'Phone', idType: 'USER', usernameKey: 'username', timeout: 60, allowRetry: false },
            to: { created: 'Script', unknown: 'main1', error: 'main2' },
          },
          Script: { type: 'ScriptedDecisionNode', config: { script: 'script-a', outcomes: ['one', 'two'] }, to: { one: 'main0', two: 'Name' } },
          ...main.nodes,
        },
      },
      Phone: phone,
      Inner: inner,
    },
    { scripts: { 'script-a': 'a', 'script-b': 'b' } },
  ),
);

/** Scripts that do what their seed says: asks, fails, writes state, chooses. Like a real one a stub depends on its effect alone. */
const scripted: ScriptStub = ({ bindings, scriptId }): Partial<ScriptResult> => {
  const dice = Number.parseInt(bindings.seed.slice(0, 2), 16) % 6;
  const ask: Callback = { type: 'TextInputCallback', output: [{ name: 'prompt', value: scriptId }], input: [{ suffix: '', value: '' }] };
  if (dice === 0 && bindings.callbacks.length === 0) return { callbacks: [ask] };
  if (dice === 1) return { status: 'error', error: { message: `${scriptId} failed` } };
  const writes: ScriptResult['writes'] = [{ op: 'put', scope: dice > 3 ? 'shared' : 'transient', key: 'note', value: bindings.seed }];
  return {
    outcome: dice > 3 ? 'one' : 'two',
    writes,
    config: { secondsToWait: dice },
    logs: [{ level: 'warn', message: `${scriptId} ${bindings.now}` }],
  };
};
export const scripts: Record<string, ScriptStub> = { 'script-a': scripted, 'script-b': scripted };
