import type { SimEvent } from '@tandem/api';
import { handNode, handRule, type StateScope } from '@tandem/nodes';
import { growingReader } from './growing.ts';

/** Fields of an event beyond those that every event has, read with care: they depend on its kind. */
export interface EventFacts {
  outcome: string | null;
  outcomeName: string | null;
  because: string | null;
  assumptions: readonly string[];
  writes: readonly { key: string; scope: StateScope }[];
  callbacks: readonly string[];
  lost: readonly string[];
  state: string | null;
  result: string | null;
  /** What a script left in `auditEntryDetail`: a text, or a map as JSON. */
  audit: string | null;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []);
const SCOPES: readonly string[] = ['shared', 'transient', 'secure'];

function writesOf(value: unknown): { key: string; scope: StateScope }[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: { key?: unknown; scope?: unknown } | null) =>
    typeof entry?.key === 'string' && typeof entry.scope === 'string' && SCOPES.includes(entry.scope)
      ? [{ key: entry.key, scope: entry.scope as StateScope }]
      : [],
  );
}

function auditOf(value: unknown): string | null {
  const info = typeof value === 'object' && value !== null && 'auditInfo' in value ? value.auditInfo : undefined;
  if (info === undefined) return null;
  return typeof info === 'string' ? info : JSON.stringify(info);
}

export function factsOf(event: SimEvent): EventFacts {
  return {
    outcome: text(event.outcome),
    outcomeName: text(event.outcomeName),
    because: text(event.because),
    assumptions: texts(event.assumptions),
    writes: writesOf(event.writes),
    callbacks: texts(event.callbacks),
    lost: texts(event.lost),
    state: text(event.state),
    result: text(event.result),
    audit: auditOf(event.audit),
  };
}

/** The node that a person answered for; in a page both are named, as the event is the page's. */
function handText(event: SimEvent, rule: string): string {
  const step = event.nodeName ?? event.nodeType ?? '';
  const node = handNode(rule) ?? step;
  return node === step ? node : `${node} in ${step}`;
}

export interface Assumed {
  /** Visits that ended. */
  steps: number;
  /** Those of them that rest on an assumption about AM. */
  resting: number;
  /** Those whose outcome a person chose, as the simulation does not execute the type. */
  byHand: number;
  /** Each assumption once. */
  rules: string[];
  /** Names of the nodes that a person answered for. */
  hands: string[];
}

interface Resting extends Omit<Assumed, 'rules' | 'hands'> {
  rules: Set<string>;
  hands: Set<string>;
}

/** Reads what a run's steps rest on. A node that a person answers for is no assumption about AM: nothing is claimed about it. */
export function assumptionsReader(): (events: readonly SimEvent[]) => Assumed {
  const read = growingReader<SimEvent, Resting>(() => ({ steps: 0, resting: 0, byHand: 0, rules: new Set(), hands: new Set() }), addAssumptions);
  return (events) => {
    const { rules, hands, ...counts } = read(events);
    return { ...counts, rules: [...rules], hands: [...hands] };
  };
}

function addAssumptions(read: Resting, event: SimEvent): void {
  const assumptions = texts(event.assumptions);
  if (event.kind === 'visited' || event.kind === 'callbacks' || event.kind === 'session-ended') read.steps += 1;
  else if (assumptions.length === 0) return;
  const assumed = assumptions.filter((rule) => handRule(rule) === null);
  if (assumed.length > 0) read.resting += 1;
  for (const rule of assumed) read.rules.add(rule);
  const chosen = assumptions.filter((rule) => handRule(rule) === 'chosen');
  if (chosen.length > 0) read.byHand += 1;
  for (const rule of chosen) read.hands.add(handText(event, rule));
}
