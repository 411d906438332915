import { NO_STUB } from './host/stub-texts.ts';
import type { Recording } from './recorder.ts';
import type { Callback, IdentityWrite, Json, ScriptResult } from './types.ts';

type Failure = { status: 'error' | 'timeout' | 'memory'; message: string; line?: number | undefined };
/** How a run ended: with the prelude's summary (JSON by the field names of ScriptResult), or failed. */
export type Ending = { status: 'ok'; summary: string } | Failure;

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

function named(value: unknown, label: 'name' | 'suffix'): { label: string; value: Json }[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isFields).map((field) => ({ label: text(field[label]) ?? '', value: (field.value ?? null) as Json }));
}
function callbacks(value: unknown): Callback[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isFields).map((callback) => ({
    type: text(callback.type) ?? '',
    output: named(callback.output, 'name').map(({ label, value: given }) => ({ name: label, value: given })),
    input: named(callback.input, 'suffix').map(({ label, value: given }) => ({ suffix: label, value: given })),
  }));
}
function properties(value: unknown): Record<string, string | null> {
  if (!isFields(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, text(item) ?? null]));
}
function suspended(value: unknown): ScriptResult['suspend'] {
  if (!isFields(value)) return undefined;
  const [callback] = callbacks(value.callback === undefined ? [] : [value.callback]);
  return defined({ message: text(value.message) ?? '', minutes: number(value.minutes), callback });
}

/** Only what is there: results are stored and compared as JSON. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}

/**
 * Without the warning that the failure itself says: a call without a stub is told in the log, for a script may never look, and a script that fails
 * by it would tell it twice. AM logs the failure alone.
 */
function saidOnce({ logs, ...kept }: Recording, { message }: Failure): Recording {
  return { ...kept, logs: logs.filter((line) => line.level !== 'warn' || !line.message.includes(NO_STUB) || line.message !== message) };
}

/**
 * The ScriptResult of a run. A run that failed keeps its reads, writes and logs; what it asked for through `action` or callbacks is dropped, as AM
 * never gets to see it. The summary comes out of the sandbox, so its shape is checked here.
 */
export function scriptResult(ending: Ending, recording: Recording, identityWrites: IdentityWrite[]): ScriptResult {
  const empty = { callbacks: [], sessionProperties: {}, ...recording, identityWrites };
  if (ending.status !== 'ok') {
    return { ...empty, ...saidOnce(recording, ending), status: ending.status, error: defined({ message: ending.message, line: ending.line }) };
  }
  const summary: unknown = JSON.parse(ending.summary);
  if (!isFields(summary)) return { ...empty, status: 'error', error: { message: 'the script left no result' } };
  return defined<ScriptResult>({
    ...empty,
    status: 'ok',
    outcome: summary.outcome as Json | undefined,
    fromAction: summary.fromAction === true ? true : undefined,
    callbacks: callbacks(summary.callbacks),
    config: summary.config as Json | undefined,
    audit: summary.audit as Json | undefined,
    stage: text(summary.stage),
    header: text(summary.header),
    description: text(summary.description),
    errorMessage: text(summary.errorMessage),
    lockoutMessage: text(summary.lockoutMessage),
    identifiedUser: text(summary.identifiedUser),
    identifiedAgent: text(summary.identifiedAgent),
    suspend: suspended(summary.suspend),
    sessionProperties: properties(summary.sessionProperties),
    maxSessionTime: number(summary.maxSessionTime),
    maxIdleTime: number(summary.maxIdleTime),
  });
}
