import type { SimEvent } from '@tandem/api';

/** An event that touched a key of node state, and the node that did. */
export interface Touch {
  seq: number;
  by: string;
}

/** Where a session's node state comes from, up to a moment. */
export interface Provenance {
  session: string;
  /** By `keyOf(scope, key)`. */
  writers: Map<string, Touch>;
  /** By key: reading names no scope. The newest time of each node. */
  readers: Map<string, Map<string, Touch>>;
  /** The newest step of the session, and the one before it. */
  step: SimEvent | null;
  before: SimEvent | null;
}

export const keyOf = (scope: string, key: string): string => `${scope} ${key}`;

/** Where the state stands still: at a visit, at the client, or changed by hand. */
const STEPS = new Set(['session-started', 'visited', 'callbacks', 'suspended', 'state-edited']);

/** Reads on from where it was when the log only grew, so that a run that goes on costs its new events. */
export function provenanceKeeper(): (session: string, events: readonly SimEvent[], seq: number) => Provenance {
  let kept: { of: Provenance; events: readonly SimEvent[]; read: number } | null = null;
  return (session, events, seq) => {
    const known = kept?.events.length ?? 0;
    const goesOn =
      kept !== null &&
      kept.of.session === session &&
      events.length >= known &&
      events[0] === kept.events[0] &&
      events[known - 1] === kept.events[known - 1] &&
      (kept.read === 0 || (events[kept.read - 1] as SimEvent).seq <= seq);
    const of: Provenance = goesOn && kept ? { ...kept.of } : { session, writers: new Map(), readers: new Map(), step: null, before: null };
    let read = goesOn && kept ? kept.read : 0;
    for (; read < events.length && (events[read] as SimEvent).seq <= seq; read++) note(of, events[read] as SimEvent);
    kept = { of, events, read };
    return of;
  };
}

function note(of: Provenance, event: SimEvent): void {
  if (event.session !== of.session) return;
  const by = event.kind === 'state-edited' ? 'hand' : (event.nodeName ?? event.node ?? '');
  const touch = { seq: event.seq, by };
  if (Array.isArray(event.writes))
    for (const { key, scope } of event.writes as { key: string; scope: string }[]) of.writers.set(keyOf(scope, key), touch);
  if (Array.isArray(event.reads)) {
    for (const key of event.reads as string[]) {
      const readers = of.readers.get(key) ?? new Map<string, Touch>();
      readers.set(by, touch);
      of.readers.set(key, readers);
    }
  }
  if (!STEPS.has(event.kind)) return;
  of.before = of.step;
  of.step = event;
}
