import type { Line } from '../derive/timeline.ts';
import { isDetail } from '../derive/timeline.ts';

/** What of the log the timeline shows. */
export interface Filter {
  /** Also how the machine works: effects, answers, quiet log lines. */
  details: boolean;
  side: Side;
  kind: KindGroup;
  /** Node id. */
  node: string | null;
  /** Words that all have to stand in the line, whatever their case. */
  text: string;
  only: 'all' | 'assumed' | 'failures';
}
export type Side = 'all' | 'main' | 'backchannel' | 'transaction';

export const NO_FILTER: Filter = { details: false, side: 'all', kind: 'all', node: null, text: '', only: 'all' };

/** Kinds of events as a person asks for them. */
const KINDS = {
  all: () => true,
  visits: (kind) => kind === 'visited' || kind.startsWith('inner-'),
  callbacks: (kind) => kind === 'callbacks' || kind === 'answered' || kind === 'suspended' || kind === 'resumed',
  transaction: (kind) => kind.startsWith('transaction-') || kind === 'notification',
  outbox: (kind) => kind.startsWith('message'),
  logs: (kind) => kind === 'log' || kind === 'metric',
  starts: (kind) => kind.startsWith('session-') || kind === 'logout',
  data: (kind) => kind.endsWith('-changed') || kind === 'state-edited',
  control: (kind) => kind === 'held' || kind === 'released' || kind === 'control',
  settings: (kind) => ['clock', 'latency', 'realm', 'pruned'].includes(kind),
} as const satisfies Record<string, (kind: string) => boolean>;
export type KindGroup = keyof typeof KINDS;

export const KIND_GROUPS: readonly { value: KindGroup; label: string }[] = [
  { value: 'all', label: 'Every kind' },
  { value: 'visits', label: 'Visits' },
  { value: 'callbacks', label: 'Questions and answers' },
  { value: 'transaction', label: 'Transaction' },
  { value: 'outbox', label: 'Outbox' },
  { value: 'logs', label: 'Log lines' },
  { value: 'starts', label: 'Starts and ends' },
  { value: 'data', label: 'Identities and state' },
  { value: 'control', label: 'Breakpoints and faults' },
  { value: 'settings', label: 'Clock and settings' },
];

/** A journey that failed, a node that could not go on, something that expired or was denied, an error that was logged. */
function isFailure(line: Line): boolean {
  if (line.kind === 'log') return /^(error|warn|warning|fatal)$/i.test(line.level ?? '');
  return line.failed;
}

export function isShown(line: Line, filter: Filter): boolean {
  // Who asks for these kinds wants to see them.
  if (!filter.details && isDetail(line) && filter.kind !== 'settings' && filter.kind !== 'callbacks') return false;
  if (filter.side !== 'all' && line.hue !== filter.side) return false;
  if (!KINDS[filter.kind](line.kind)) return false;
  if (filter.node !== null && line.node !== filter.node) return false;
  if (filter.only === 'assumed' && line.assumptions.length === 0) return false;
  if (filter.only === 'failures' && !isFailure(line)) return false;
  return hasWords(line, filter.text);
}

function hasWords(line: Line, text: string): boolean {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const all = [line.text, line.where, line.kind, line.because ?? '', ...line.wrote, ...line.assumptions].join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
}

export const isFiltering = (filter: Filter): boolean =>
  filter.side !== 'all' || filter.kind !== 'all' || filter.node !== null || filter.only !== 'all' || filter.text.trim() !== '';
