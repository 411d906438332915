import { isObject } from '@tandem/journey';
import type { Json, JsonObject } from '../types.ts';
import { HostFailure, notSimulated } from './failure.ts';
import type { HttpStub } from './types.ts';

/** How a REST request would be answered: by one of the realm's HTTP stubs. */
export type Stubbed = (request: { method: string; uri: string; options: Json }) => HttpStub | undefined;

const METHODS: Record<string, string> = {
  read: 'GET',
  query: 'GET',
  create: 'POST',
  update: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  action: 'POST',
};

function queryString(entries: readonly [string, Json | undefined][]): string {
  const parts = entries.flatMap(([name, value]) =>
    value === undefined || value === null
      ? []
      : [`${encodeURIComponent(name)}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`],
  );
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/**
 * What only the tenant's IDM knows (custom endpoints, connectors, configuration) is answered by the HTTP stub of the REST request that does the
 * same; the effect on IDM itself is the administrator's to say. Without one it is not simulated, and the text names the request.
 */
export function idmOverRest(origin: string, method: string, args: readonly Json[], stubbed: Stubbed): Json {
  const resource = String(args[0]).replace(/^\//, '');
  const verb = METHODS[method] ?? 'POST';
  const action = method === 'action' ? args[1] : method === 'create' ? 'create' : undefined;
  const given = args[{ read: 1, query: 1, delete: 2 }[method] ?? 3];
  const params = isObject(given) ? Object.entries(given) : [];
  const uri = `${origin}/openidm/${resource}${queryString([['_action', action], ...params])}`;
  const content = method === 'create' || method === 'update' || method === 'patch' || method === 'action' ? (args[2] ?? null) : null;
  const what = `openidm.${method} on ${resource}${method === 'action' ? ` (${String(args[1])})` : ''}`;
  return answer(
    stubbed({ method: verb, uri, options: { body: content } }),
    `${what}; an HTTP stub for ${verb} */openidm/${resource}* would answer it`,
  );
}

/** The policy engine's REST request, which `policy.evaluate` is like (Ping docs: common bindings). */
export function evaluatePolicies(origin: string, realm: string, args: readonly Json[], stubbed: Stubbed): Json {
  const [subject = {}, application = null, resources = [], environment = {}] = args;
  const path = `/json/realms/root${realm
    .split('/')
    .filter(Boolean)
    .map((part) => `/realms/${part}`)
    .join('')}/policies?_action=evaluate`;
  const body: JsonObject = { subject, application, resources, environment };
  const stub = stubbed({ method: 'POST', uri: `${origin}/am${path}`, options: { body } });
  return answer(stub, `policy.evaluate, as the realm holds no policies; an HTTP stub for POST */am${path} would answer it`);
}

function answer(stub: HttpStub | undefined, what: string): Json {
  if (!stub) return notSimulated(what);
  let body: Json = null;
  try {
    body = stub.body.trim() === '' ? null : (JSON.parse(stub.body) as Json);
  } catch {
    throw new HostFailure(`The HTTP stub for ${what} does not hold JSON`, 500);
  }
  if (stub.status < 400) return body;
  throw new HostFailure(isObject(body) && typeof body.message === 'string' ? body.message : `status ${stub.status}`, stub.status);
}
