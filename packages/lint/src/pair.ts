import type { LintContext } from './context.ts';
import { INITIALIZE } from './flow/start.ts';
import { edgesOf, loopsOf, spread } from './graph.ts';
import type { LintNode } from './node.ts';
import { waitOf, whole } from './support.ts';

/** What belongs to a Backchannel Initialize node on the main journey's side: its Status nodes and the waits between their looks. */
export interface Pair {
  initialize: LintNode;
  statuses: readonly LintNode[];
  waits: readonly { node: LintNode; seconds: number | null; tolerance: number | null }[];
  /** Seconds that the transaction lives. */
  maxTime: number;
  /** Whether the node says so itself, rather than the realm. */
  isOwn: boolean;
}

const known = new WeakMap<LintContext, readonly Pair[]>();

/** Every Backchannel Initialize of a journey with the polling that follows it; several rules ask. */
export function pairsOf(context: LintContext): readonly Pair[] {
  let pairs = known.get(context);
  if (!pairs) {
    const has = context.nodes.some(({ type }) => type === INITIALIZE);
    pairs = has ? foundIn(context) : [];
    known.set(context, pairs);
  }
  return pairs;
}

function foundIn(context: LintContext): Pair[] {
  const { graph, realm } = context;
  const loops = loopsOf(graph, ({ type }) => type !== INITIALIZE);
  return [...graph.nodes.values()]
    .filter(({ type, id }) => type === INITIALIZE && graph.reached.has(id))
    .map((initialize) => {
      const created = initialize.connections.created;
      const after = spread(created === undefined ? [] : [created], (id) =>
        graph.nodes.get(id)?.type === INITIALIZE ? [] : edgesOf(graph, id).map(({ to }) => to),
      );
      const statuses = [...graph.nodes.values()].filter(({ type, id }) => type === STATUS && after.has(id));
      const polled = new Set(loops.filter((loop) => loop.some((id) => statuses.some((status) => status.id === id))).flat());
      const waits = [...graph.nodes.values()].flatMap((node) => {
        const wait = polled.has(node.id) ? waitOf(node, context) : undefined;
        return wait ? [{ node, ...wait }] : [];
      });
      const timeout = whole(initialize, 'timeout');
      return { initialize, statuses, waits, maxTime: timeout ?? realm.services.transactionTimeToLive, isOwn: timeout !== undefined };
    });
}

export const STATUS = 'BackChannelStatusNode';
/** AM's limit of a journey that sets none, in minutes. */
export const DEFAULT_MINUTES = 5;
