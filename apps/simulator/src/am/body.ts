import type { IncomingMessage } from 'node:http';
import { ImportRefused, parseJsonStrict } from '@tandem/journey';
import { MEGABYTE, readText } from '../http/body.ts';
import { ProblemError } from '../http/problem.ts';
import { AmFailure } from './failure.ts';

/** Of an authenticate request: a step that is sent back with its texts. */
const LIMIT = MEGABYTE;

/** Of requests that one router looked into and left to the next: a body can be read once. */
const read = new WeakMap<IncomingMessage, Promise<Record<string, unknown>>>();

/**
 * Reads the JSON object of an AM request; no body at all counts as `{}` (Ping's SDKs start journeys so).
 * @throws AmFailure 400, 413
 */
export function readBody(req: IncomingMessage): Promise<Record<string, unknown>> {
  const known = read.get(req);
  if (known) return known;
  const body = readOnce(req);
  read.set(req, body);
  return body;
}

async function readOnce(req: IncomingMessage): Promise<Record<string, unknown>> {
  try {
    const text = await readText(req, LIMIT);
    const value = text.trim() === '' ? {} : parseJsonStrict(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new AmFailure(400, 'The body must be a JSON object: the step with its inputs filled in.');
    return value as Record<string, unknown>;
  } catch (error) {
    if (error instanceof ProblemError) throw new AmFailure(error.status, error.message);
    if (error instanceof ImportRefused) throw new AmFailure(400, error.issues[0]?.message ?? error.message);
    throw error;
  }
}
