import type { Session } from '@tandem/engine/view';
import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import type { NodeRunStatus } from '../../canvas/index.ts';

/** Status of every node that a session has touched, as the canvas lights it. */
export function runStatusOf(session: Session | null): Record<string, NodeRunStatus> {
  if (!session) return {};
  const nodes: Record<string, NodeRunStatus> = {};
  const put = (id: string, state: NodeRunStatus['state'], visits: number) => {
    nodes[id] = { state, visits, lastOutcome: session.outcomes[id] ?? null };
  };
  for (const [id, visits] of Object.entries(session.visits)) if (visits > 0) put(id, 'visited', visits);
  const { status, node } = session;
  if (status.kind === 'ended') {
    const failed = status.result === 'failure';
    // A session that stopped at a node which chose no outcome failed right there (a script threw, its time ran out), not at the Failure end.
    if (failed && node && node !== FAILURE_NODE_ID) put(node, 'failed', nodes[node]?.visits ?? 1);
    else put(failed ? FAILURE_NODE_ID : SUCCESS_NODE_ID, failed ? 'failed' : 'visited', 1);
    return nodes;
  }
  if (node) {
    put(node, status.kind === 'callbacks' ? 'waiting' : status.kind === 'held' ? 'held' : 'current', nodes[node]?.visits ?? 0);
    // A page waits at those of its children that asked.
    if (status.kind === 'callbacks')
      for (const { node: asker } of status.callbacks) if (asker !== node) put(asker, 'waiting', nodes[asker]?.visits ?? 0);
  }
  return nodes;
}
