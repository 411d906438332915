import type { Json, JsonObject } from '@tandem/journey';
import { isSealed } from '@tandem/nodes';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { VisitRun } from '../visit/run.ts';
import { keysReadLater } from './inner.ts';

/**
 * Transient state does not survive the way to the client; what a later node reads is kept in secure state (Ping docs: node state; AM 8.0.2
 * source). That holds for what outer journeys put aside, too.
 */
export function keepTransient(run: VisitRun, node: ResolvedNode): { lost: string[]; promoted: string[] } {
  const { draft, session, model } = run;
  const aside = session.inner.filter((frame) => Object.keys(frame.transient).length > 0);
  const all = aside.length === 0 ? session.transient : Object.assign({}, ...aside.map((frame) => frame.transient), session.transient);
  const keys = Object.keys(all);
  if (keys.length === 0) return { lost: [], promoted: [] };
  const read = keysReadLater(model, session, node.id);
  const lost: string[] = [];
  const promoted: string[] = [];
  for (const key of keys) {
    if (read.has('*') || read.has(key)) {
      draft.set(['sessions', session.id, 'secure', key], kept(session.secure[key], all[key]));
      promoted.push(key);
    } else lost.push(key);
  }
  draft.create(['sessions', session.id, 'transient'], {});
  if (aside.length > 0) {
    draft.set(
      ['sessions', session.id, 'inner'],
      session.inner.map((frame) => ({ ...frame, transient: {} })),
    );
  }
  return { lost, promoted };
}

/** Attributes that an earlier boundary kept stay (a password, before security questions): AM merges its containers. */
function kept(before: Json | undefined, value: Json): Json {
  return isContainer(before) && isContainer(value) ? { ...before, ...value } : value;
}

function isContainer(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isSealed(value);
}
