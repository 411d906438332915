import { isObject, type Json, type JsonObject } from '@tandem/journey';
import { sendJson } from '../answer.ts';
import { AmFailure } from '../failure.ts';
import type { ConfigCall } from './call.ts';
import { type Collection, notFound, writeItem } from './collection.ts';
import { documents } from './documents.ts';

/** Members that exports add to an entity and that AM's own resource does not have. */
const FILE_ONLY = ['entityLocation', 'base64EntityXML'];
const ROLES = [
  'identityProvider',
  'serviceProvider',
  'attributeAuthority',
  'attributeQueryProvider',
  'authnAuthority',
  'xacmlPolicyDecisionPoint',
  'xacmlPolicyEnforcementPoint',
];

const all = documents('saml2Entities');

/** `realm-config/saml2`: every entity in short (recorded). */
export const saml2: Collection = {
  totals: 'EXACT',
  list: (stored, params) =>
    all.list(stored, params).map((entity) => ({
      _id: entity._id ?? '',
      entityId: entity.entityId ?? '',
      location: entity.entityLocation ?? 'hosted',
      roles: ROLES.filter((role) => entity[role] !== undefined),
    })),
  read: () => undefined,
};

/** `realm-config/saml2/hosted` and `.../remote`. An entity is kept as an export holds it. */
export function saml2At(location: 'hosted' | 'remote'): Collection {
  const here = documents('saml2Entities', (entity) => entity.entityLocation === location);
  const collection: Collection = {
    ...here,
    list: (stored, params) => here.list(stored, params).map(withoutFileOnly),
    read(stored, id, params) {
      const entity = here.read(stored, id, params);
      return entity && withoutFileOnly(entity);
    },
    write: (stored, id, body, params) =>
      here.write?.(stored, id, { ...kept(here.read(stored, id, params)), ...body, entityLocation: location }, params) ?? {},
    written: (_before, item) => withEmptyGroups(item, location),
    actions: { ...(location === 'hosted' ? { create } : { importEntity }) },
  };
  async function create(call: ConfigCall, body: JsonObject): Promise<void> {
    if (typeof body.entityId !== 'string') throw new AmFailure(400, 'An entity needs an entityId.');
    await writeItem(collection, call, idOf(body.entityId), body, new AmFailure(409, 'Unable to save config: Entity already exists'));
  }
  return collection;
}

/** `saml2/remote?_action=importEntity`: an entity by its metadata. */
async function importEntity(call: ConfigCall, { standardMetadata }: JsonObject): Promise<void> {
  const xml = typeof standardMetadata === 'string' ? Buffer.from(standardMetadata, 'base64url').toString('utf8') : '';
  const entityId = /\bentityID="([^"]+)"/.exec(xml)?.[1];
  if (entityId === undefined) throw new AmFailure(400, 'The metadata names no entity.');
  const _id = idOf(entityId);
  const roles: JsonObject = /SPSSODescriptor/.test(xml) ? { serviceProvider: {} } : { identityProvider: {} };
  await call.apply(({ realm }) => {
    if (Object.hasOwn(realm.saml2Entities, _id)) throw new AmFailure(409, 'Unable to save config: Entity already exists');
    const body = { _id, entityId, entityLocation: 'remote', base64EntityXML: Buffer.from(xml).toString('base64url'), ...roles };
    return { puts: [{ kind: 'saml2Entities', key: _id, body }] };
  });
  sendJson(call.res, 200, { importedEntities: [entityId] });
}

/** `/am/saml2/jsp/exportmetadata.jsp`: the metadata that came with a remote entity. */
export function exportMetadata({ req, res, stored }: ConfigCall): void {
  const entity = all.list(stored, {}).find(({ entityId }) => entityId === req.query.entityid);
  if (typeof entity?.base64EntityXML !== 'string') throw notFound();
  res.type('text/xml').send(Buffer.from(entity.base64EntityXML, 'base64url').toString('utf8'));
}

const idOf = (entityId: string): string => Buffer.from(entityId).toString('base64url');

function withoutFileOnly(entity: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !FILE_ONLY.includes(name)));
}

function kept(entity: JsonObject | undefined): JsonObject {
  return entity?.base64EntityXML === undefined ? {} : { base64EntityXML: entity.base64EntityXML };
}

/** Groups of settings that AM tells even when nothing in them is set (recorded for service providers), where the group around them is there. */
const EMPTY_GROUPS = {
  hosted: ['assertionContent/clientAuthentication'],
  remote: [
    'assertionContent/signingAndEncryption/secretIdAndAlgorithms',
    'assertionContent/secrets',
    'assertionProcessing/accountMapper',
    'advanced/treeConfiguration',
  ],
} as const;

function withEmptyGroups(entity: JsonObject, location: 'hosted' | 'remote'): JsonObject {
  if (!isObject(entity.serviceProvider)) return entity;
  const serviceProvider = structuredClone(entity.serviceProvider) as JsonObject;
  for (const path of EMPTY_GROUPS[location]) {
    const names = path.split('/');
    const last = names.pop() ?? '';
    const around = names.reduce<Json | undefined>((value, name) => (isObject(value) ? (value as JsonObject)[name] : undefined), serviceProvider);
    if (isObject(around)) (around as JsonObject)[last] ??= {};
  }
  return { ...entity, serviceProvider };
}
