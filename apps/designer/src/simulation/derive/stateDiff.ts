import type { Session } from '@tandem/engine/view';
import type { Json } from '@tandem/journey';
import type { StateScope } from '@tandem/nodes';
import { keyOf } from './provenance.ts';

export interface Change {
  key: string;
  scope: StateScope;
  kind: 'added' | 'changed' | 'removed';
  before: Json | undefined;
}

const SCOPES: readonly StateScope[] = ['shared', 'transient', 'secure'];
type State = Pick<Session, StateScope>;

/** What of a session's node state differs between two moments, by `keyOf(scope, key)`. */
export function stateDiff(before: State | undefined, after: State): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const scope of SCOPES) {
    const [old, now] = [before?.[scope] ?? {}, after[scope]];
    if (old === now) continue;
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      const [was, is] = [old[key], now[key]];
      if (was === is || JSON.stringify(was) === JSON.stringify(is)) continue;
      const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
      changes.set(keyOf(scope, key), { key, scope, kind, before: was });
    }
  }
  return changes;
}
