import type { SimEvent } from '@tandem/api';
import type { EventKind, SimulationState } from '@tandem/engine/view';
import { type AnsweredCall, answeredCall, handRule, type RealmGap, realmGap } from '@tandem/nodes';
import { controlText } from '../control/words.ts';
import { factsOf } from './facts.ts';
import type { Run } from './runs.ts';

export type Hue = 'main' | 'backchannel' | 'transaction' | 'neutral';

/** One line of the event list. */
export interface Line {
  seq: number;
  at: number;
  kind: string;
  hue: Hue;
  /** Id of the node that caused it, where one did. */
  node: string | null;
  /** Something did not go as wished: a journey failed, a transaction was denied or expired. */
  failed: boolean;
  /** Journey, or what the line is about when it belongs to none. */
  where: string;
  text: string;
  /** Node state keys that it wrote, shown as code. */
  wrote: readonly string[];
  because: string | null;
  /** Of a log line. */
  level: string | null;
  /** A log line of a node's script, whose level says nothing about how the run goes. */
  fromScript: boolean;
  /** Rules about AM that it rests on. */
  assumptions: readonly string[];
  /** A person answers for a node that is not executed: nothing is assumed about AM. */
  byHand: boolean;
  /** What the realm lacks, where that is why. */
  gap: RealmGap | null;
  /** The HTTP call that it tells of. */
  call: AnsweredCall | null;
  /** What a script left for AM's audit log, as JSON. */
  audit: string | null;
}

/** Kinds that say how the machine works rather than what happened; shown on demand. */
const DETAILS: ReadonlySet<EventKind> = new Set(['effect-requested', 'answered', 'clock', 'realm', 'pruned']);
const QUIET_LEVELS = new Set(['trace', 'debug']);

export function isDetail(line: { kind: string; level?: string | null | undefined }): boolean {
  return DETAILS.has(line.kind as EventKind) || (line.kind === 'log' && typeof line.level === 'string' && QUIET_LEVELS.has(line.level.toLowerCase()));
}

type Sessions = SimulationState['sessions'];

function hueOf(event: SimEvent, sessions: Sessions): Hue {
  if (event.kind.startsWith('transaction-') || event.kind === 'notification') return 'transaction';
  const session = event.session ? sessions[event.session] : undefined;
  if (!session) return 'neutral';
  return session.refused ? 'neutral' : session.role;
}

/** Whether an event tells that something failed; of visits those that an exception or the end on Failure ended. */
function isFailed(event: SimEvent): boolean {
  const { result, outcome } = factsOf(event);
  if (event.kind === 'session-ended') return result === 'failure';
  if (event.kind === 'transaction-expired' || event.kind === 'transaction-retry') return true;
  if (event.kind === 'transaction-completed') return result === 'DENIED';
  if (event.kind === 'message-answered') return (event.patch ?? []).some(([path, value]) => path.at(-1) === 'approved' && value === false);
  return event.kind === 'visited' && outcome !== null && /^(error|failure|false|reject(ed)?|denied|unknown)$/i.test(outcome);
}

function textOf(event: SimEvent): string {
  const facts = factsOf(event);
  if (event.kind === 'visited' && event.nodeName && facts.outcomeName) {
    const chose = `${event.nodeName} chose ${facts.outcomeName}`;
    // The message goes on where the outcome leads to an end.
    return event.message?.startsWith(`${chose}, `) ? event.message : chose;
  }
  if (event.kind === 'callbacks' && event.nodeName) return `${event.nodeName} ${askText(event, facts.callbacks)}`;
  if (event.kind === 'suspended' && event.nodeName) return `${event.nodeName} suspended the journey until the client comes back`;
  if (event.kind === 'held' || event.kind === 'released' || event.kind === 'control') return controlText(event);
  if (event.message) return event.message;
  return event.kind.replaceAll('-', ' ');
}

interface Asked {
  type?: unknown;
  output?: readonly { name?: unknown; value?: unknown }[];
}

/** The callbacks as the event's patch brings them, with their prompts. */
function askedOf(event: SimEvent): readonly Asked[] {
  for (const [, value] of (event.patch ?? []) as [unknown, ({ callbacks?: unknown } | null)?][]) {
    const callbacks = typeof value === 'object' ? value?.callbacks : undefined;
    if (Array.isArray(callbacks)) return callbacks as Asked[];
  }
  return [];
}

/** "asks for: Email Address", "waits", "shows a message": what the person sees. */
function askText(event: SimEvent, types: readonly string[]): string {
  const asked = askedOf(event);
  const waits = types.includes('PollingWaitCallback');
  const parts = waits ? ['waits'] : [];
  if (types.some((type) => type.endsWith('TextOutputCallback'))) parts.push('shows a message');
  const questions = types.flatMap((type, index) => {
    // The confirmation beside a wait is its exit button.
    if (/(TextOutput|PollingWait|HiddenValue|Metadata)Callback$/.test(type) || (waits && type === 'ConfirmationCallback')) return [];
    const prompt = asked[index]?.type === type ? asked[index]?.output?.find(({ name }) => name === 'prompt')?.value : undefined;
    return [typeof prompt === 'string' && prompt.trim() ? prompt.trim().replace(/:$/, '') : plainName(type)];
  });
  if (questions.length > 0) parts.push(`asks for: ${questions.join(', ')}`);
  return parts.join(' and ') || 'asks nothing';
}

const WORDS: Readonly<Record<string, string>> = {
  NameCallback: 'User name',
  ConfirmationCallback: 'A choice',
  ChoiceCallback: 'A choice',
  StringAttributeInputCallback: 'A text',
  BooleanAttributeInputCallback: 'Yes or no',
};

/** "PasswordCallback" -> "Password". */
function plainName(callback: string): string {
  const words = callback
    .replace(/Callback$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return WORDS[callback] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const STATES: Readonly<Record<string, string>> = {
  CREATED: 'is not opened yet',
  IN_PROGRESS: 'is open and not answered yet',
  COMPLETED: 'is completed',
};
const RESULTS: Readonly<Record<string, string>> = { UNKNOWN: '', APPROVED: ' and approved', DENIED: ' and denied' };

/** "A transaction that is CREATED with result UNKNOWN leads to pending" -> "The transaction is not opened yet: pending". */
function plainReason(text: string): string {
  return text.replace(
    /A transaction that is ([A-Z_]+) with result ([A-Z]+) leads to/,
    (_, state: string, result: string) => `The transaction ${STATES[state] ?? `is ${state}`}${RESULTS[result] ?? ` with result ${result}`}:`,
  );
}

export function lineOf(event: SimEvent, sessions: Sessions): Line {
  const facts = factsOf(event);
  const call = event.kind === 'log' ? answeredCall(event.message ?? '') : null;
  return {
    seq: event.seq,
    at: Date.parse(event.at),
    kind: event.kind,
    hue: hueOf(event, sessions),
    node: event.node ?? null,
    failed: isFailed(event),
    where: event.nodeName ?? event.journey ?? '',
    text: textOf(event),
    wrote: [...new Set(facts.writes.map((write) => write.key))],
    because: facts.because && plainReason(facts.because),
    level: event.kind === 'log' ? (event.level ?? 'info') : null,
    fromScript: event.kind === 'log' && call === null && runsScripts(event.nodeType),
    assumptions: facts.assumptions.filter((rule) => handRule(rule) === null),
    byHand: facts.assumptions.some((rule) => handRule(rule) !== null),
    gap: event.kind === 'log' && event.message ? realmGap(event.nodeType, event.message) : null,
    call,
    audit: facts.audit,
  };
}

/** Events of one run, and those of no run, which concern all: clock, latency, starts that AM refused. */
export function eventsOfRun(events: readonly SimEvent[], run: Run | null, sessions: Sessions): SimEvent[] {
  return events.filter((event) => event.run === undefined || event.run === run?.id || (event.session && sessions[event.session]?.refused));
}

/** "10:04:08.400" in the viewer's time zone. */
export function clockText(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}

/** Types whose log lines are mostly their scripts' own; lines of other nodes are AM's. */
function runsScripts(type: string | undefined): boolean {
  return type === 'ScriptedDecisionNode' || type === 'ConfigProviderNode' || type?.startsWith('designer-') === true;
}
