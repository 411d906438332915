import type { Json, JsonObject } from '@tandem/journey';
import type { NodeStateView, ScriptResult, StateScope } from '@tandem/nodes';
import { own } from '../model.ts';
import type { VisitRun } from './run.ts';

const scopes = ['transient', 'secure', 'shared'] as const;

/** Node state of the session, reads and writes recorded for the event. `get` looks in transient, secure, shared, in this order. */
export function nodeState(run: VisitRun): NodeStateView {
  const put = (scope: StateScope, key: string, value: Json): void => write(run, { op: 'put', scope, key, value });
  return {
    get(key) {
      run.reads.add(key);
      for (const scope of scopes) if (Object.hasOwn(run.session[scope], key)) return run.session[scope][key];
      return undefined;
    },
    getIn(scope, key) {
      run.reads.add(key);
      return own(run.session[scope], key);
    },
    putShared: (key, value) => put('shared', key, value),
    putTransient: (key, value) => put('transient', key, value),
    putSecure: (key, value) => put('secure', key, value),
    remove: (key) => write(run, { op: 'remove', key }),
    all(scope): JsonObject {
      run.reads.add('*');
      return run.session[scope];
    },
  };
}

/** Applies one write of a node or script. */
export function write(run: VisitRun, change: ScriptResult['writes'][number]): void {
  const { draft, session } = run;
  if (change.op === 'put') {
    draft.set(['sessions', session.id, change.scope, change.key], change.value);
    run.writes.push({ key: change.key, scope: change.scope });
    return;
  }
  for (const scope of scopes) {
    if (!Object.hasOwn(session[scope], change.key)) continue;
    draft.remove(['sessions', session.id, scope, change.key]);
    run.writes.push({ key: change.key, scope });
  }
}
