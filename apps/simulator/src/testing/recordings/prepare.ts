import { emptyRealm, isObject, type Json, type JsonObject, nodeKey, type Realm } from '@tandem/journey';
import { addressOf, type Exchange, type Recording } from './recording.ts';

/** What an address names. */
type Named = {
  kind: 'journeys' | 'nodes' | 'scripts' | 'nodeTypes' | 'emailTemplates' | 'socialIdentityProviders' | 'circlesOfTrust' | 'saml2Entities';
  key: string;
};

/** A realm in which the recording could have been made: it holds what the answers tell of and what the requests refer to. */
export function preparedFor(recording: Recording): Realm {
  const realm = emptyRealm('alpha');
  const settled = new Set<string>();
  for (const exchange of recording) {
    for (const { named, body, exists } of mentionsIn(exchange)) {
      const name = `${named.kind} ${named.key}`;
      if (settled.has(name)) continue;
      settled.add(name);
      if (exists) put(realm, named, body);
    }
  }
  for (const exchange of recording) completeFor(realm, exchange, settled);
  return realm;
}

interface Mention {
  named: Named;
  body: JsonObject;
  exists: boolean;
}

function mentionsIn(exchange: Exchange): Mention[] {
  const { request, response } = exchange;
  const { pathname } = addressOf(exchange);
  const told = isObject(response.body) ? (response.body as JsonObject) : {};
  const sent = isObject(request.body) ? (request.body as JsonObject) : {};
  if (Array.isArray(told.result)) return told.result.filter(isObject).flatMap((item) => mentionOf(pathname, item as JsonObject));
  if (request.method === 'POST' && sent.serviceName !== undefined) {
    const key = `${String(sent.serviceName)}-1`;
    return [{ named: { kind: 'nodeTypes', key }, body: { ...sent, _id: key }, exists: response.status === 409 }];
  }
  if (request.method === 'POST' && typeof sent._id === 'string') {
    const named = namedBy(`${pathname.replace(/\/$/, '')}/${sent._id}`);
    return named ? [{ named, body: sent, exists: response.status === 409 }] : [];
  }
  const named = namedBy(pathname);
  if (!named || request.method === 'POST') return [];
  return [{ named, body: request.method === 'PUT' ? sent : told, exists: response.status === 200 }];
}

/** One of the things that a query found. */
function mentionOf(pathname: string, item: JsonObject): Mention[] {
  const type = isObject(item._type) ? String(item._type._id) : '';
  const path = pathname.endsWith('/nodes') ? `${pathname}/${type}` : pathname.replace(/\/\d\.\d$/, '');
  // Entities are told in short here, and in full where they are read.
  if (path.endsWith('/saml2')) return [];
  const named = namedBy(`${path}/${String(item._id)}`);
  return named ? [{ named, body: item, exists: true }] : [];
}

function namedBy(pathname: string): Named | undefined {
  const rest = (pattern: RegExp): string[] | undefined => pattern.exec(pathname)?.slice(1).map(decodeURIComponent);
  const node = rest(/\/authenticationtrees\/nodes\/([^/]+)\/(?:\d\.\d\/)?([^/]+)$/);
  if (node && !/^\d\.\d$/.test(node[1] ?? '')) return { kind: 'nodes', key: nodeKey(node[0] ?? '', node[1] ?? '') };
  const patterns: [Exclude<Named['kind'], 'nodes'>, RegExp][] = [
    ['journeys', /\/authenticationtrees\/trees\/([^/]+)$/],
    ['scripts', /\/scripts\/([^/]+)$/],
    ['nodeTypes', /\/node-designer\/node-type\/([^/]+)$/],
    ['emailTemplates', /\/openidm\/config\/emailTemplate\/([^/]+)$/],
    ['socialIdentityProviders', /\/services\/SocialIdentityProviders\/(?:[^/]+\/)?([^/]+)$/],
    ['circlesOfTrust', /\/federation\/circlesoftrust\/([^/]+)$/],
    ['saml2Entities', /\/saml2\/(?:hosted|remote)\/([^/]+)$/],
  ];
  for (const [kind, pattern] of patterns) {
    const [key] = rest(pattern) ?? [];
    if (key !== undefined) return { kind, key };
  }
  return undefined;
}

function put(realm: Realm, { kind, key }: Named, { _rev, ...body }: JsonObject): void {
  const [type = '', id = ''] = key.split('/');
  if (kind === 'journeys') realm.journeys[key] = { tree: { ...body, _id: key } as Realm['journeys'][string]['tree'] };
  else if (kind === 'nodes') realm.nodes[key] = { _type: { _id: type }, ...body, _id: id } as Realm['nodes'][string];
  else (realm[kind] as Record<string, Json>)[key] = { ...body, _id: kind === 'emailTemplates' ? `emailTemplate/${key}` : key };
}

/** What a request refers to, and what else tells of the release of AM that answered. */
function completeFor(realm: Realm, exchange: Exchange, settled: ReadonlySet<string>): void {
  const { request, response } = exchange;
  const { pathname, searchParams } = addressOf(exchange);
  const sent = isObject(request.body) ? (request.body as JsonObject) : {};
  const told = isObject(response.body) ? (response.body as JsonObject) : {};
  const location = /\/saml2\/(hosted|remote)\//.exec(pathname)?.[1];
  const entity = location === undefined ? undefined : realm.saml2Entities[namedBy(pathname)?.key ?? ''];
  if (isObject(entity)) Object.assign(entity, { entityLocation: location });
  if (pathname.endsWith('exportmetadata.jsp') && typeof response.body === 'string') {
    const about = Object.values(realm.saml2Entities).find((one) => isObject(one) && one.entityId === searchParams.get('entityid'));
    if (isObject(about)) Object.assign(about, { base64EntityXML: Buffer.from(response.body).toString('base64url') });
  }
  if (response.status < 300 && typeof told.serviceName === 'string') {
    const { version } = told;
    put(
      realm,
      { kind: 'nodeTypes', key: 'another-1' },
      { serviceName: 'another', displayName: 'Another', outcomes: ['outcome'], script: '', ...(version === undefined ? {} : { version }) },
    );
  }
  if (request.method !== 'PUT' || response.status >= 300) return;
  for (const [name, value] of Object.entries(sent)) {
    if (typeof value !== 'string') continue;
    if (/script$/i.test(name) && pathname.includes('/nodes/') && !realm.scripts[value])
      realm.scripts[value] = { _id: value, name: value, script: '""' };
    if (name === 'tree' && !realm.journeys[value] && !settled.has(`journeys ${value}`)) realm.journeys[value] = { tree: { _id: value } };
  }
  const type = isObject(told._type) ? (told._type as JsonObject) : {};
  const tellsVersion = type.version !== undefined && !(isObject(sent._type) && sent._type.version !== undefined);
  if (tellsVersion) put(realm, { kind: 'nodes', key: nodeKey(String(type._id), 'another') }, { _type: type });
  if (pathname.includes('/trees/')) {
    const flags = Object.fromEntries(['innerTreeOnly', 'mustRun', 'noSession'].flatMap((flag) => (flag in told ? [[flag, false]] : [])));
    realm.journeys.Another = { tree: { _id: 'Another', ...flags } };
  }
}
