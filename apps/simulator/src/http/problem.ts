import { STATUS_CODES } from 'node:http';
import type { Problem } from '@tandem/api';
import { ImportRefused, type Issue, NothingToExport } from '@tandem/journey';
import type { ErrorRequestHandler, Response } from 'express';
import { logError } from '../log.ts';
import { RequestAbandoned } from '../simulations/waiters.ts';
import { UnknownRealm } from '../storage/realm-change.ts';

interface ProblemOptions {
  /** In a sentence; the status text when absent. */
  title?: string;
  errors?: readonly Issue[];
  /** Further members of the answer, e.g. `current` of a conflict. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** A failure that is an answer: thrown anywhere below a route, sent as `application/problem+json`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly options: ProblemOptions;

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail);
    this.status = status;
    this.options = options;
  }
}

/** A request that is wrong in one place. */
export function badRequest(issue: Issue): ProblemError {
  return new ProblemError(400, issue.message, { errors: [issue] });
}

export function notFound(message: string, issue: Partial<Issue> = {}): ProblemError {
  return new ProblemError(404, message, { errors: [{ message, ...issue }] });
}

function sendProblem(res: Response, error: ProblemError): void {
  const { title = STATUS_CODES[error.status] ?? 'Error', errors = [], extra, headers = {} } = error.options;
  const problem: Problem = { type: 'about:blank', title, status: error.status, detail: error.message, errors: [...errors] };
  res
    .status(error.status)
    .set(headers)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, ...extra }));
}

/** What an error means to the client. Anything unforeseen becomes a 500 that says nothing about the inside. */
function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof ImportRefused) {
    const title = error.code === 'conflict' ? 'The realm already holds something else' : 'The input was refused';
    return new ProblemError(error.code === 'conflict' ? 409 : 400, error.issues[0]?.message ?? error.message, { title, errors: error.issues });
  }
  if (error instanceof NothingToExport)
    return new ProblemError(error.names.length > 0 ? 404 : 400, error.message, { errors: [{ message: error.message }] });
  if (error instanceof UnknownRealm) return notFound(error.message, { field: 'realm' });
  // Deleted, or loaded anew after a step was lost: to be asked for again.
  if (error instanceof RequestAbandoned) return new ProblemError(409, error.message);
  // Express reports a malformed percent escape in the path this way.
  if (error instanceof URIError)
    return badRequest({ message: 'The address is not valid: a percent sign must be followed by two hex digits of UTF-8.', field: 'path' });
  if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') return new ProblemError(400, 'The request was cut off.');
  return new ProblemError(500, "Something went wrong inside Tandem. The server's log says what.");
}

/** The last handler of the app. */
export const sendErrors: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const problem = problemOf(error);
  if (problem.status >= 500) logError(`${req.method} ${req.path}`, error);
  // Too late for an answer: the connection is all there is left to say it with.
  if (res.headersSent) next(error);
  else sendProblem(res, problem);
};
