import { type Problem, problemSchema } from '@tandem/api';
import type { Issue } from '@tandem/journey';

import { answered } from './connection.ts';
import { untilSignedIn } from './signIn.ts';

interface Schema<T> {
  parse(value: unknown): T;
}

/** A refusal of the server, with everything it said: status, what was wrong where, and the whole body (a conflict brings the other side). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly title: string;
  readonly errors: readonly Issue[];
  readonly body: unknown;

  constructor(problem: Problem, body: unknown) {
    super(problem.detail ? `${problem.title}: ${problem.detail}` : problem.title);
    this.status = problem.status;
    this.title = problem.title;
    this.errors = problem.errors;
    this.body = body;
  }
}

/** The server did not answer at all. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
}

/** The server answered something that Tandem does not understand. */
export class AnswerError extends Error {
  override readonly name = 'AnswerError';
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is, for files that must not be read and written again. */
  text?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Where one signs in: what it refuses is an answer. */
const SESSION = '/api/session';

async function send(path: string, { method = 'GET', body, text, signal }: RequestOptions): Promise<Response> {
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const headers: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') headers['content-type'] = 'application/json';
  try {
    const response = await fetch(path, { method, headers, body: payload ?? null, signal: signal ?? null });
    answered(true);
    if (response.ok) return response;
    if (response.status !== 401 || path.startsWith(SESSION)) throw await problemOf(response);
  } catch (error) {
    if (error instanceof ProblemError || (error instanceof DOMException && error.name === 'AbortError')) throw error;
    answered(false);
    throw new NetworkError('The Tandem server does not answer. Is it running?', { cause: error });
  }
  await untilSignedIn(signal);
  return send(path, { method, body, text, signal });
}

async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = problemSchema.safeParse(body);
  const fallback: Problem = { type: 'about:blank', title: `The server answered ${response.status}`, status: response.status, errors: [] };
  return new ProblemError(parsed.success ? parsed.data : fallback, body);
}

/**
 * Sends a request and parses the answer.
 *
 * @throws ProblemError when the server refuses, NetworkError when it does not answer, AnswerError when the answer has another shape
 */
export async function request<T>(path: string, schema: Schema<T>, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const body: unknown = await response.json().catch(() => undefined);
  try {
    return schema.parse(body);
  } catch (error) {
    throw new AnswerError(`The answer of ${options.method ?? 'GET'} ${path} is not what was expected.`, { cause: error });
  }
}

/** A request whose answer does not matter. */
export async function requestNothing(path: string, options: RequestOptions): Promise<void> {
  await send(path, options);
}

/** A file to be saved: the bytes as the server sent them, and the name it gave. */
export async function requestFile(path: string): Promise<{ text: string; name: string | null }> {
  const response = await send(path, {});
  return { text: await response.text(), name: fileNameIn(response.headers.get('content-disposition') ?? '') };
}

/** The name in a `Content-Disposition`: the one in UTF-8 where there is one (RFC 6266, section 4.3), since the other may have lost letters. */
function fileNameIn(header: string): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  const quoted = /filename="((?:[^"\\]|\\.)*)"/i.exec(header)?.[1];
  return quoted?.replaceAll(/\\(.)/g, '$1') ?? /filename=([^;"\s]+)/i.exec(header)?.[1] ?? null;
}
