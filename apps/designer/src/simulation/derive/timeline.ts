import type { SimEvent } from '@tandem/api';
import type { SimulationState } from '@tandem/engine/view';
import { factsOf } from './facts.ts';
import { isRefusedLink, type Run } from './runs.ts';

export type Hue = 'main' | 'backchannel' | 'transaction' | 'neutral';

/** One line of the event list. */
export interface Line {
  seq: number;
  at: number;
  kind: string;
  hue: Hue;
  /** Journey, or what the line is about when it belongs to none. */
  where: string;
  text: string;
  /** Node state keys that it wrote, shown as code. */
  wrote: readonly string[];
  because: string | null;
  /** Of a log line. */
  level: string | null;
  assumptions: readonly string[];
}

/** Kinds that say how the machine works rather than what happened; shown on demand. */
const DETAILS = new Set(['entered', 'effect-requested', 'effect-answered', 'answered', 'clock', 'realm']);
const QUIET_LEVELS = new Set(['trace', 'debug']);

export function isDetail(line: { kind: string; level?: string | null | undefined }): boolean {
  return DETAILS.has(line.kind) || (line.kind === 'log' && typeof line.level === 'string' && QUIET_LEVELS.has(line.level.toLowerCase()));
}

type Sessions = SimulationState['sessions'];

function hueOf(event: SimEvent, sessions: Sessions): Hue {
  if (event.kind.startsWith('transaction-') || event.kind === 'notification') return 'transaction';
  const session = event.session ? sessions[event.session] : undefined;
  if (!session) return 'neutral';
  return isRefusedLink(session) ? 'backchannel' : session.role;
}

function textOf(event: SimEvent): string {
  const facts = factsOf(event);
  if (event.kind === 'visited' && event.nodeName && facts.outcomeName) return `${event.nodeName} chose ${facts.outcomeName}`;
  if (event.kind === 'callbacks' && event.nodeName) return `${event.nodeName} asks: ${facts.callbacks.map(plainName).join(', ') || 'nothing'}`;
  if (event.message) return event.message;
  return event.kind.replaceAll('-', ' ');
}

/** "PollingWaitCallback" -> "Polling wait". */
function plainName(callback: string): string {
  const words = callback
    .replace(/Callback$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function lineOf(event: SimEvent, sessions: Sessions): Line {
  const facts = factsOf(event);
  return {
    seq: event.seq,
    at: Date.parse(event.at),
    kind: event.kind,
    hue: hueOf(event, sessions),
    where: event.nodeName ?? event.journey ?? '',
    text: textOf(event),
    wrote: [...new Set(facts.writes.map((write) => write.key))],
    because: facts.because,
    level: event.kind === 'log' ? (event.level ?? 'info') : null,
    assumptions: facts.assumptions,
  };
}

/** Events of one run, and those of no run (clock, latency), which concern all. */
export function eventsOfRun(events: readonly SimEvent[], run: Run | null): SimEvent[] {
  const ids = new Set(run ? [run.id, ...run.refused.map((session) => session.run)] : []);
  return events.filter((event) => event.run === undefined || ids.has(event.run));
}

/** "10:04:08.400" in the viewer's time zone. */
export function clockText(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
