import type { SimulationState, StateDifference } from '@tandem/engine/view';
import { clockText } from '../derive/timeline.ts';
import { sessionOutcome } from './outcome.ts';

/** A difference of two states in a person's words. */
export interface Difference {
  key: string;
  group: string;
  hue: 'main' | 'backchannel' | 'transaction' | 'neutral';
  name: string;
  a: unknown;
  b: unknown;
  hasA: boolean;
  hasB: boolean;
}

const SIDES = { main: 'Main journey', backchannel: 'Backchannel journey' } as const;
const WORDS: Readonly<Record<string, string>> = {
  outbox: 'Outbox',
  identities: 'Identities',
  objects: 'Managed objects',
  ssoSessions: 'Sessions of signed-in people',
  latency: 'Latency',
  breakpoints: 'Breakpoints',
  faults: 'Faults',
  stubs: 'HTTP stubs',
};
/** How a run goes, in the order in which one wants to know it. */
const ORDER = ['transaction', 'main', 'backchannel', 'neutral'] as const;

/**
 * Differences with what they are about, the transaction's first. Bookkeeping of the machine is left out, and how a session stands is one difference.
 *
 * @param nameOf name of a node
 */
export function told(
  differences: readonly StateDifference[],
  a: SimulationState,
  b: SimulationState,
  nameOf: (node: string) => string = (node) => node,
): Difference[] {
  const found = new Map<string, Difference>();
  for (const difference of differences) {
    if (isBookkeeping(difference.path)) continue;
    const one = placed(difference, a, b, nameOf);
    if (!found.has(one.key)) found.set(one.key, one);
  }
  return [...found.values()].sort((one, other) => ORDER.indexOf(one.hue) - ORDER.indexOf(other.hue));
}

function placed({ path, ...values }: StateDifference, a: SimulationState, b: SimulationState, nameOf: (node: string) => string): Difference {
  const [root = '', id = '', field, ...rest] = path;
  const own = { key: path.join('/'), a: values.a, b: values.b, hasA: 'a' in values, hasB: 'b' in values };
  if (root === 'sessions') {
    const role = (a.sessions[id] ?? b.sessions[id])?.role ?? 'main';
    const place = { group: SIDES[role], hue: role };
    if (field === 'status') {
      const key = `${root}/${id}/status`;
      const text = (state: SimulationState) => sessionOutcome(state.sessions[id] ?? null).text;
      return { ...own, ...place, key, name: 'status', a: text(a), b: text(b), hasA: true, hasB: true };
    }
    if (field === 'node') return { ...own, ...place, name: 'node', a: named(values.a, nameOf), b: named(values.b, nameOf) };
    if (field === undefined) return { ...own, ...place, name: 'its session' };
    // What a session keeps by node, as outcomes, is told by the node's name; keys of node state are names already.
    return { ...own, ...place, name: [field, ...(SCOPES.has(field) ? rest : rest.map(nameOf))].join(' · ') };
  }
  if (root === 'transactions')
    return { ...own, group: 'Transaction', hue: 'transaction', name: field === undefined ? 'the transaction' : [field, ...rest].join(' · ') };
  if (root === 'now') return { ...own, group: 'Time', hue: 'neutral', name: 'now', a: clockText(a.now), b: clockText(b.now) };
  const name = [id, field, ...rest].filter((part) => part).join(' · ');
  return { ...own, group: WORDS[root] ?? root, hue: 'neutral', name: name || (WORDS[root] ?? root) };
}

const named = (node: unknown, nameOf: (node: string) => string): unknown => (typeof node === 'string' ? nameOf(node) : node);

const SCOPES = new Set(['shared', 'transient', 'secure']);

/** What the engine counts for itself. */
const COUNTS = new Set(['hops', 'visits', 'stepping']);

function isBookkeeping([root, , field]: readonly string[]): boolean {
  return root === 'sessions' && field !== undefined && COUNTS.has(field);
}
