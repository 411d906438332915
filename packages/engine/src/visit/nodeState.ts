import type { Json, JsonObject } from '@tandem/journey';
import type { NodeStateView, ScriptResult, StateScope } from '@tandem/nodes';
import { own } from '../own.ts';
import type { VisitRun } from './run.ts';

const scopes = ['transient', 'secure', 'shared'] as const;

/** Node state of the session, reads and writes recorded for the event. `get` looks in transient, secure, shared, in this order. */
export class NodeState implements NodeStateView {
  constructor(private readonly run: VisitRun) {}

  get(key: string): Json | undefined {
    const { session } = this.run;
    noteRead(this.run, key);
    for (const scope of scopes) if (Object.hasOwn(session[scope], key)) return session[scope][key];
    return undefined;
  }

  getIn(scope: StateScope, key: string): Json | undefined {
    noteRead(this.run, key);
    return own(this.run.session[scope], key);
  }

  putShared(key: string, value: Json): void {
    write(this.run, { op: 'put', scope: 'shared', key, value });
  }

  putTransient(key: string, value: Json): void {
    write(this.run, { op: 'put', scope: 'transient', key, value });
  }

  putSecure(key: string, value: Json): void {
    write(this.run, { op: 'put', scope: 'secure', key, value });
  }

  remove(key: string): void {
    write(this.run, { op: 'remove', key });
  }

  all(scope: StateScope): JsonObject {
    noteRead(this.run, '*');
    return this.run.session[scope];
  }
}

/** A node reads few keys: looking through them is cheaper than a set of its own for each visit. */
function noteRead({ reads }: VisitRun, key: string): void {
  for (let i = 0; i < reads.length; i++) if (reads[i] === key) return;
  reads.push(key);
}

/** Applies one write of a node or script. */
export function write(run: VisitRun, change: ScriptResult['writes'][number]): void {
  const { draft, session } = run;
  if (change.op === 'put') {
    draft.set(['sessions', session.id, change.scope, change.key], change.value);
    run.writes.push({ key: change.key, scope: change.scope });
    return;
  }
  if (change.op === 'replace') {
    const { scope, value } = change;
    for (const key of Object.keys(session[scope])) if (!Object.hasOwn(value, key)) removeFrom(run, scope, key);
    for (const [key, item] of Object.entries(value)) write(run, { op: 'put', scope, key, value: item });
    return;
  }
  for (const scope of scopes) if (Object.hasOwn(session[scope], change.key)) removeFrom(run, scope, change.key);
}

function removeFrom({ draft, session, writes }: VisitRun, scope: StateScope, key: string): void {
  draft.remove(['sessions', session.id, scope, key]);
  writes.push({ key, scope });
}
