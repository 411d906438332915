import type { Json } from '@tandem/journey';
import { startConfig } from '../admin.ts';
import { differences } from './compare.ts';
import { preparedFor } from './prepare.ts';
import { addressOf, type Exchange, type Recording } from './recording.ts';

export interface Replayed {
  /** "PUT /am/json/…" */
  request: string;
  /** What differs from the recording; empty when it is the same. */
  differences: string[];
}

/** Replays a recording against a realm that is prepared for it. */
export async function replay(recording: Recording): Promise<Replayed[]> {
  const { ask } = await startConfig({ realm: preparedFor(recording) });
  // Documents that belong to no realm.
  for (const { request, response } of recording) {
    if (request.method === 'GET' && request.url.includes('/openidm/config/ui/') && response.status === 200)
      await ask('PUT', addressOf({ request, response }).pathname, response.body);
  }
  const replayed: Replayed[] = [];
  for (const exchange of recording) {
    const { request, response } = exchange;
    const { pathname, search } = addressOf(exchange);
    const { status, json, text } = await ask(request.method, `${pathname}${search}`, undefined, sending(exchange));
    const body = typeof response.body === 'string' ? text : (json as Json);
    const statuses = status === response.status ? [] : [`status ${status} instead of ${response.status}: ${text.slice(0, 300)}`];
    replayed.push({ request: `${request.method} ${pathname}${search}`, differences: [...statuses, ...differences(response.body, body)] });
  }
  return replayed;
}

function sending({ request }: Exchange): { raw?: string; headers: Record<string, string> } {
  const { body, headers } = request;
  if (body === null) return { headers };
  return { raw: JSON.stringify(body), headers };
}
