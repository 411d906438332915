import type { SimEvent } from '@tandem/api';
import type { Session } from '@tandem/engine/view';
import type { Json } from '@tandem/journey';
import { isSealed, type StateScope } from '@tandem/nodes';
import { factsOf } from './facts.ts';

/** One key of a session's node state. */
export interface StateRow {
  key: string;
  scope: StateScope;
  /** null where the value is a secret. */
  value: Json | null;
  sealed: boolean;
  /** Display name of the node that wrote it last. */
  by: string | null;
  /** Written by the newest step of the session. */
  fresh: boolean;
}

const SCOPES: readonly StateScope[] = ['shared', 'transient', 'secure'];
/** AM's own entries that are there from the start. */
const LATE = new Set(['realm', 'authLevel']);

/**
 * Rows of a session's node state, those that journeys wrote first.
 *
 * @param events of the simulation, oldest first: they tell who wrote what
 */
export function stateRows(session: Session, events: readonly SimEvent[]): StateRow[] {
  const writers = new Map<string, { by: string; seq: number }>();
  let newest = -1;
  for (const event of events) {
    if (event.session !== session.id) continue;
    const { writes } = factsOf(event);
    if (event.kind === 'visited' || event.kind === 'callbacks') newest = event.seq;
    for (const write of writes) writers.set(`${write.scope} ${write.key}`, { by: event.nodeName ?? event.node ?? '', seq: event.seq });
  }
  const rows = SCOPES.flatMap((scope) =>
    Object.entries(session[scope]).map(([key, value]): StateRow => {
      const writer = writers.get(`${scope} ${key}`);
      const sealed = isSealed(value);
      return { key, scope, sealed, value: sealed ? null : value, by: writer?.by ?? null, fresh: writer !== undefined && writer.seq === newest };
    }),
  );
  return [...rows.filter((row) => !LATE.has(row.key)), ...rows.filter((row) => LATE.has(row.key))];
}

/** A Polling Wait's end is an instant (epoch ms), which nobody can read. */
export function isInstant(row: Pick<StateRow, 'key' | 'value'>): boolean {
  return row.key.endsWith('.end_time') && typeof row.value === 'number';
}

/** A value as JSON; secrets within it are named as such. */
export function fullValue(value: Json | null): string {
  return JSON.stringify(value, (_, child: unknown) => (isSealed(child) ? 'sealed' : child), 2);
}

/** A value in one line; objects show their keys. */
export function shortValue(value: Json | null, limit = 60): string {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const keys = Object.keys(value);
    const text = keys.length === 0 ? '{}' : `{ ${keys.join(', ')} }`;
    return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
  }
  const text = JSON.stringify(value);
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

const NODE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\./i;

/** Keys that nodes keep for themselves start with the node's id, which tells a reader nothing: "…end_time". */
export function shortKey(key: string): string {
  return key.replace(NODE_ID, '…');
}
