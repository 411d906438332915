import type { ForkChange } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import type { Json, JsonObject } from '@tandem/journey';
import type { StateScope } from '@tandem/nodes';
import type { Values } from '../../callbacks/index.ts';
import { withLatency } from '../panels/latencyOf.ts';

/** A change of a fork while it is being made. */
export type Draft =
  /** `values`: inputs that the person has set; the others stay as they were answered. */
  | { kind: 'answer'; session: string; values: Values }
  | { kind: 'node'; journey: string; node: string | null; config: JsonObject | null }
  | { kind: 'script'; id: string | null; source: string | null }
  | { kind: 'state'; session: string; scope: StateScope; key: string; text: string; isRemoved: boolean }
  | { kind: 'latency'; journey: string; node: string | null; ms: number | null; general: number }
  | { kind: 'realm' };
export type DraftKind = Draft['kind'];

/**
 * The changes that a person has made; what is not filled in is none.
 *
 * @param state at the fork's moment
 * @param offered by session, what its form shows first where nobody answered then: all of it is sent
 */
export function changesOf(drafts: readonly Draft[], state: Pick<SimulationState, 'latency'>, offered: ReadonlyMap<string, Values>): ForkChange[] {
  const changes: ForkChange[] = [];
  let latency: Record<string, number> | null = null;
  for (const draft of drafts) {
    switch (draft.kind) {
      case 'answer':
        changes.push({ kind: 'answer', session: draft.session, inputs: { ...offered.get(draft.session), ...draft.values } });
        break;
      case 'node':
        if (draft.node !== null && draft.config !== null) changes.push({ kind: 'node', id: draft.node, config: draft.config });
        break;
      case 'script':
        if (draft.id !== null && draft.source !== null) changes.push({ kind: 'script', id: draft.id, source: draft.source });
        break;
      case 'state':
        if (draft.key.trim() !== '') changes.push(stateChange(draft));
        break;
      case 'latency':
        if (draft.node !== null && draft.ms !== null) latency = withLatency(latency ?? state.latency, draft.node, draft.ms, draft.general);
        break;
      case 'realm':
        changes.push({ kind: 'realm' });
        break;
    }
  }
  // The server takes the settings as a whole.
  return latency === null ? changes : [...changes, { kind: 'latency', latency }];
}

function stateChange({ session, scope, key, text, isRemoved }: Extract<Draft, { kind: 'state' }>): ForkChange {
  const place = { kind: 'state' as const, session, scope, key: key.trim() };
  return isRemoved ? place : { ...place, value: jsonOrText(text) };
}

/** What is no JSON is a text, which needs no quotes. */
function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}
