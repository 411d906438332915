import type { IncomingMessage } from 'node:http';
import { ImportRefused, isObject, type JsonObject, parseJsonStrict } from '@tandem/journey';
import type { Request, Response } from 'express';
import { JSON_LIMIT, readText } from '../../http/body.ts';
import { ProblemError } from '../../http/problem.ts';
import type { RealmChange, StoredRealm } from '../../storage/realm-change.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { AmFailure } from '../failure.ts';

/** One request of the configuration REST. */
export interface ConfigCall {
  req: Request;
  res: Response;
  realms: RealmStore;
  /** Name of the realm, as the address says it; that of the root realm is "/". */
  realm: string;
  /** The realm as it was when the request came. */
  stored: StoredRealm;
  /** Names in the address (`:type`, `:version`). */
  params: Readonly<Record<string, string>>;
  /** Applies a change in one transaction: open designers see it at once, versions and backups are kept. */
  apply(plan: (current: StoredRealm) => RealmChange): Promise<StoredRealm>;
}

/**
 * Reads the JSON object of a request; no body at all is `{}`.
 * @throws AmFailure 400, 413, 415
 */
export async function configBody(req: IncomingMessage): Promise<JsonObject> {
  const text = await configText(req);
  if (text.trim() === '') return {};
  const value = parsed(text);
  if (!isObject(value)) throw notJson(text);
  return value as JsonObject;
}

async function configText(req: IncomingMessage): Promise<string> {
  try {
    return await readText(req, JSON_LIMIT);
  } catch (error) {
    if (error instanceof ProblemError) throw new AmFailure(error.status, error.message);
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return parseJsonStrict(text);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    throw notJson(text);
  }
}

/** Recorded: AIC's gateway answers this one, quotes what came, and has the name of a header among the members. */
function notJson(text: string): AmFailure {
  const message = 'The request could not be processed because the provided content is not valid JSON';
  return new AmFailure(400, message, text.startsWith('"') ? text : JSON.stringify(text), {
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains; preload;',
  });
}
