import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import { FAILURE_NODE_ID, type JsonObject, SUCCESS_NODE_ID } from '@tandem/journey';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const FIXTURES = join(import.meta.dirname, '../fixtures');

export interface OwnPair {
  main: string;
  back: string;
  /** The file's content. */
  text: string;
  /** Id in this copy of the fixture's node with that number. */
  id(number: number): string;
}

/** A pair for one test alone: nodes are resources of the realm that the tests share, so names and ids are new. */
export function ownPair(): OwnPair {
  const suffix = randomUUID().slice(0, 6);
  const ids = new Map<string, string>();
  const fresh = (id: string) => {
    if (id === SUCCESS_NODE_ID || id === FAILURE_NODE_ID) return id;
    const known = ids.get(id) ?? randomUUID();
    ids.set(id, known);
    return known;
  };
  const text = readFileSync(join(FIXTURES, 'desk-call.json'), 'utf8')
    .replaceAll(UUID, fresh)
    .replaceAll(/DeskCall(?:Phone)?/g, (name) => `${name}${suffix}`);
  const id = (number: number) => {
    const hex = number.toString(16);
    return fresh(`${hex.padStart(8, '0')}-aaaa-4bbb-8ccc-${hex.padStart(12, '0')}`);
  };
  return { main: `DeskCall${suffix}`, back: `DeskCallPhone${suffix}`, text, id };
}

/** Nodes of desk-call.json by what they do. */
export const DESK_CALL = { username: 0x101, initialize: 0x102, status: 0x103, wait: 0x104, page: 0x105, password: 0x106, decision: 0x107 };

/** The pair, in the realm already. */
export async function importedPair(request: APIRequestContext): Promise<OwnPair> {
  const pair = ownPair();
  await importText(request, pair.text);
  return pair;
}

export async function importText(request: APIRequestContext, text: string, base = ''): Promise<void> {
  const answer = await request.post(`${base}/api/realms/alpha/import`, { headers: { 'content-type': 'application/json' }, data: text });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** One journey as the server has it. */
export async function journeyOf(request: APIRequestContext, name: string): Promise<JsonObject> {
  return (await (await request.get(`/api/realms/alpha/journeys/${name}`)).json()) as JsonObject;
}
