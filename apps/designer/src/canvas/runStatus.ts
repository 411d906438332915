import { createStore, type StoreApi } from 'zustand';

export type RunState = 'visited' | 'current' | 'waiting' | 'held' | 'failed';
export interface NodeRunStatus {
  visits: number;
  state: RunState;
  /** Outcome id last taken; null while the node has none. */
  lastOutcome: string | null;
}

/** By node id; the fixed ends (Success, Failure) and the children of a page too. */
export interface RunStatus {
  nodes: Readonly<Record<string, NodeRunStatus>>;
}
export type RunStatusStore = StoreApi<RunStatus>;

/** A store of its own, so that a step of a run renders the nodes it touched and nothing else. */
export function createRunStatusStore(nodes: RunStatus['nodes'] = {}): RunStatusStore {
  return createStore<RunStatus>(() => ({ nodes }));
}

function same(a: NodeRunStatus, b: NodeRunStatus | undefined): boolean {
  return b !== undefined && a.visits === b.visits && a.state === b.state && a.lastOutcome === b.lastOutcome;
}

/** Replaces the status of all nodes; entries that did not change keep their identity, so their nodes do not render. */
export function setRunStatus(store: RunStatusStore, nodes: RunStatus['nodes']): void {
  const old = store.getState().nodes;
  const kept = Object.entries(nodes).map(([id, status]) => {
    const before = old[id];
    return [id, before !== undefined && same(status, before) ? before : status] as const;
  });
  store.setState({ nodes: Object.fromEntries(kept) });
}

/** What a canvas without a run reads. */
export const noRun = createRunStatusStore();
