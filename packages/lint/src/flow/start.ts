import { INNER_JOURNEY_TYPE, nodesOf } from '@tandem/journey';
import { configOf } from '@tandem/nodes';
import { type LintContext, savedJourney } from '../context.ts';
import type { LintNode } from '../node.ts';
import type { LintRealm } from '../realm.ts';
import { type Flow, flowFrom, type Known, writesOn } from './flow.ts';
import { ANY_KEY, common, has, type Keys, NO_KEYS, union } from './keys.ts';

export const INITIALIZE = 'BackChannelInitNode';

/** A node of another journey that runs this one inside of it, or starts it as a backchannel journey. */
export interface Caller {
  journey: string;
  node: string;
  kind: 'inner' | 'backchannel';
}

const callers = new WeakMap<LintRealm, ReadonlyMap<string, readonly Caller[]>>();

/** Who runs or starts a journey, as the realm has them. */
export function callersOf(realm: LintRealm, name: string): readonly Caller[] {
  let known = callers.get(realm);
  if (!known) {
    const found = new Map<string, Caller[]>();
    for (const [journey, { tree }] of Object.entries(realm.journeys))
      for (const { id, type, resource } of nodesOf(realm, tree)) {
        const target = resource && (type === INNER_JOURNEY_TYPE || type === INITIALIZE) ? configOf(resource).tree : undefined;
        if (typeof target !== 'string') continue;
        const list = found.get(target) ?? [];
        list.push({ journey, node: id, kind: type === INITIALIZE ? 'backchannel' : 'inner' });
        found.set(target, list);
      }
    known = found;
    callers.set(realm, known);
  }
  return known.get(name) ?? [];
}

const starts = new WeakMap<LintRealm, Map<string, Known>>();
const ANYTHING: Known = { may: ANY_KEY, must: ANY_KEY };
const NOTHING: Known = { may: NO_KEYS, must: NO_KEYS };

/**
 * Node state with which a journey begins: that of the journeys that run it inside of them, or the data object with which they start it as a
 * backchannel journey (facts 2.1: put at the root of shared state). One that only others start may find anything.
 */
export function startOf({ document, realm }: LintContext): Known {
  const name = document.tree._id;
  let known = starts.get(realm);
  if (!known) {
    known = new Map();
    starts.set(realm, known);
  }
  const kept = known.get(name);
  if (kept) return kept;
  // What it finds while it is being asked for (journeys that run each other) may be anything.
  known.set(name, ANYTHING);
  const all = callersOf(realm, name)
    .filter(({ journey }) => journey !== name)
    .flatMap((caller) => calledWith(realm, caller) ?? []);
  const { transactionalOnly, innerTreeOnly } = document.tree;
  const alone = transactionalOnly || innerTreeOnly ? ANYTHING : NOTHING;
  const start = all.length === 0 ? alone : { may: union(all.map(({ may }) => may)), must: common(all.map(({ must }) => must)) };
  known.set(name, start);
  return start;
}

function calledWith(realm: LintRealm, { journey, node, kind }: Caller): Known | undefined {
  const context = savedJourney(realm, journey);
  const calling = context?.nodes.find(({ id }) => id === node);
  if (!context || !calling) return undefined;
  const flow = flowOf(context);
  if (kind === 'inner') return flow.before(node);
  const data = dataOf(context, calling, flow);
  return { may: data, must: data };
}

/** Keys of the data object of a Backchannel Initialize node: those that the scripts before it write into it, where their text shows them. */
function dataOf(context: LintContext, initialize: LintNode, flow: Flow = flowOf(context)): Keys {
  const key = initialize.config.dataKey;
  if (typeof key !== 'string' || key === '') return NO_KEYS;
  const { may } = flow.before(initialize.id);
  if (!has(may, key)) return NO_KEYS;
  const writes = context.nodes.flatMap((node) => writesOn(node, undefined, context).keys.filter((write) => write.key === key));
  if (writes.length === 0 || writes.some(({ members }) => members === undefined)) return ANY_KEY;
  return { names: new Set(writes.flatMap(({ members }) => members ?? [])), any: false };
}

const flows = new WeakMap<LintContext, Flow>();

/** The flow of a journey from where it is started, made once. */
export function flowOf(context: LintContext): Flow {
  let flow = flows.get(context);
  if (!flow) {
    flow = flowFrom(context, startOf(context));
    flows.set(context, flow);
  }
  return flow;
}

/** Whether some journey of the realm runs this one inside of it. */
export function isInner({ document, realm }: LintContext): boolean {
  return document.tree.innerTreeOnly === true || callersOf(realm, document.tree._id).some(({ kind }) => kind === 'inner');
}

/** Whether it is a backchannel journey: transactional only, or started by a Backchannel Initialize node of the realm. */
export function isBackchannel({ document, realm }: LintContext): boolean {
  return document.tree.transactionalOnly === true || callersOf(realm, document.tree._id).some(({ kind }) => kind === 'backchannel');
}
