import type { SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import { type Line, lineOf } from './timeline.ts';

/** A mail that did not go out, and why. */
export interface Unsent extends Pick<Line, 'seq' | 'gap'> {
  /** The node that would have sent it. */
  node: string;
  why: string;
}

/** Mails that nodes would have sent and did not: AM tells nobody, and the page may even say that one was sent. */
export function unsentOf(events: readonly SimEvent[], sessions: SimulationState['sessions']): Unsent[] {
  return events.flatMap((event) => {
    const chose = event.kind === 'visited' && event.outcome === 'EMAIL_NOT_SENT';
    const said = event.kind === 'log' && event.nodeType?.startsWith('Email') === true && /email not sent/i.test(event.message ?? '');
    if (!chose && !said) return [];
    const { seq, gap, where, text, because } = lineOf(event, sessions);
    return [{ seq, gap, node: where, why: chose ? (because ?? text) : text }];
  });
}
