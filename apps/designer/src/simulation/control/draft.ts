import type { BreakpointSetting } from '@tandem/api';
import { durationOf } from '../panels/duration.ts';
import type { BreakpointKind } from './breakpoints.ts';

/** A breakpoint as its form has it: all that any kind asks for. */
export interface Draft {
  on: BreakpointKind;
  journey: string | null;
  node: string | null;
  outcome: string | null;
  key: string;
  state: 'CREATED' | 'IN_PROGRESS' | 'COMPLETED';
  /** Of a completed transaction; null: either. */
  result: 'APPROVED' | 'DENIED' | null;
  /** How long from now, as typed: "30 s". */
  after: string;
}

export const blankDraft = (journey: string | null): Draft => ({
  on: 'node',
  journey,
  node: null,
  outcome: null,
  key: '',
  state: 'IN_PROGRESS',
  result: null,
  after: '',
});

/** What is still missing, by the field that it belongs to. */
export type Missing = Partial<Record<'node' | 'outcome' | 'key' | 'after', string>>;

/**
 * @param now time of the simulation, epoch ms
 * @returns the breakpoint, or what is missing of it
 */
export function breakpointOf(draft: Draft, id: string, now: number): { breakpoint: BreakpointSetting } | { missing: Missing } {
  const { on, journey, node, outcome, key, state, result, after } = draft;
  switch (on) {
    case 'node':
      return node === null ? { missing: { node: 'Which node?' } } : { breakpoint: { id, on, node, ...(journey === null ? {} : { journey }) } };
    case 'outcome':
      if (node === null || outcome === null)
        return { missing: { ...(node === null ? { node: 'Which node?' } : {}), ...(outcome === null ? { outcome: 'Which outcome?' } : {}) } };
      return { breakpoint: { id, on, node, outcome } };
    case 'key':
      return key.trim() === '' ? { missing: { key: 'The name of a key, such as username.' } } : { breakpoint: { id, on, key: key.trim() } };
    case 'transaction':
      return { breakpoint: { id, on, state, ...(state === 'COMPLETED' && result !== null ? { result } : {}) } };
    case 'time': {
      const ms = durationOf(after);
      if (ms === null || ms === 0) return { missing: { after: 'A time such as 30 s, 5 min or 4000 ms, up to a day.' } };
      return { breakpoint: { id, on, at: new Date(now + ms).toISOString() } };
    }
  }
}
