import type { IncomingMessage } from 'node:http';
import { parseJsonStrict } from '@tandem/journey';
import type * as z from 'zod';
import { issuesOf, type PlaceOf } from './issues.ts';
import { ProblemError } from './problem.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

export const MEGABYTE = 1_048_576;
/** Of a JSON body that is not a file: a journey with all its scripts fits many times. */
export const JSON_LIMIT = 16 * MEGABYTE;
/** Past this many times the limit the connection is cut: until then the rest is read and thrown away, so that the client gets to read the answer. */
const PATIENCE = 4;

/**
 * Reads a request's body as text.
 * @param limit bytes
 * @throws ProblemError 413 naming the limit, 415 for an encoding, 400 for what is not UTF-8
 */
export async function readText(req: IncomingMessage, limit: number): Promise<string> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    throw new ProblemError(415, `The body is encoded (${encoding}); send it as it is.`, {
      errors: [{ message: 'Content-Encoding is not supported.', field: 'Content-Encoding', expected: 'identity' }],
    });
  }
  if (Number(req.headers['content-length']) > limit) throw tooLarge(req, limit);
  const bytes = await readBytes(req, limit);
  try {
    return UTF8.decode(bytes);
  } catch {
    throw new ProblemError(400, 'The body is not valid UTF-8.', { errors: [{ message: 'The body is not valid UTF-8.', expected: 'JSON in UTF-8' }] });
  }
}

/** By events: a stream's iterator takes several times as long for a small body. */
function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (settled: () => void): void => {
      req.off('data', take).off('end', end).off('error', reject).off('close', cut);
      settled();
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > limit) settle(() => reject(tooLarge(req, limit)));
      else chunks.push(chunk);
    };
    const end = (): void => settle(() => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    const cut = (): void => settle(() => reject(new ProblemError(400, 'The request was cut off.')));
    req.on('data', take).on('end', end).on('error', reject).on('close', cut);
  });
}

/**
 * Reads a JSON body and parses it with a schema. Refuses duplicate and prototype-changing keys.
 * @param place where a path of the body lies, for the errors
 * @throws ProblemError 400, 413, 415
 */
export async function readJson<S extends z.ZodType>(req: IncomingMessage, schema: S, place?: PlaceOf): Promise<z.output<S>> {
  const value = parseJsonStrict(await readText(req, JSON_LIMIT));
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const errors = issuesOf(parsed.error, place);
  throw new ProblemError(400, errors[0]?.message ?? 'The body is not valid.', { title: 'The body is not valid', errors });
}

function tooLarge(req: IncomingMessage, limit: number): ProblemError {
  let rest = 0;
  req.on('data', (chunk: Buffer) => {
    rest += chunk.length;
    if (rest > limit * PATIENCE) req.destroy();
  });
  req.resume();
  const most = `${limit / MEGABYTE} MB (${limit} bytes)`;
  return new ProblemError(413, `The body is larger than ${most}.`, {
    errors: [{ message: `The body is larger than ${most}.`, expected: `at most ${most}` }],
  });
}
