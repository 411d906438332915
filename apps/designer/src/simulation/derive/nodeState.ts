import type { Session } from '@tandem/engine/view';
import type { Json } from '@tandem/journey';
import { isSealed, type StateScope } from '@tandem/nodes';
import { keyOf, type Provenance, type Touch } from './provenance.ts';
import type { Change } from './stateDiff.ts';

/** One key of a session's node state. */
export interface StateRow {
  key: string;
  scope: StateScope;
  /** null where the value is a secret, or gone. */
  value: Json | null;
  sealed: boolean;
  /** Who wrote it last. */
  writer: Touch | null;
  /** Who read it, oldest first. */
  readers: readonly Touch[];
  /** What the newest step of the session did to it. */
  change: Change | null;
}

const SCOPES: readonly StateScope[] = ['shared', 'transient', 'secure'];
/** AM's own entries that are there from the start. */
const LATE = new Set(['realm', 'authLevel']);

/** Rows of a session's node state, those that journeys wrote first; what the step removed stands last. */
export function stateRows(session: Session, of: Provenance, changes: ReadonlyMap<string, Change>): StateRow[] {
  const rowOf = (scope: StateScope, key: string, value: Json | null): StateRow => {
    const sealed = isSealed(value);
    return {
      key,
      scope,
      sealed,
      value: sealed ? null : value,
      writer: of.writers.get(keyOf(scope, key)) ?? null,
      readers: [...(of.readers.get(key)?.values() ?? [])],
      change: changes.get(keyOf(scope, key)) ?? null,
    };
  };
  const rows = SCOPES.flatMap((scope) => Object.entries(session[scope]).map(([key, value]) => rowOf(scope, key, value)));
  const gone = [...changes.values()].filter(({ kind }) => kind === 'removed').map(({ scope, key }) => rowOf(scope, key, null));
  return [...rows.filter((row) => !LATE.has(row.key)), ...rows.filter((row) => LATE.has(row.key)), ...gone];
}

/** A Polling Wait's end is an instant (epoch ms), which nobody can read. */
export function isInstant(row: Pick<StateRow, 'key' | 'value'>): boolean {
  return row.key.endsWith('.end_time') && typeof row.value === 'number';
}

/** Whether there is a secret somewhere in a value. */
export function holdsSealed(value: Json | null): boolean {
  return isSealed(value) || (typeof value === 'object' && value !== null && Object.values(value).some(holdsSealed));
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
