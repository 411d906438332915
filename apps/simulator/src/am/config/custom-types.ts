import { randomBytes, randomUUID } from 'node:crypto';
import { type CustomNodeType, customNodeTypeSchema, customTypeId, type JsonObject, nodesOf, own, type Realm } from '@tandem/journey';
import { customTypeIssues } from '@tandem/nodes';
import type { StoredRealm } from '../../storage/realm-change.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { sendJson } from '../answer.ts';
import { AmFailure } from '../failure.ts';
import { type Collection, writeItem } from './collection.ts';

/** Members of a custom node type that AM knows; it adds the version, which is always the first (recorded). */
const MEMBERS = [
  '_id',
  '_rev',
  'serviceName',
  'version',
  'displayName',
  'description',
  'outcomes',
  'outputs',
  'inputs',
  'script',
  'errorOutcome',
  'tags',
  'properties',
];

/**
 * `node-designer/node-type`: custom node types, by `<serviceName>-1`. On AM they belong to all realms. A change leaves the nodes of the type as they
 * are, as on AM.
 */
export function customTypes(realms: RealmStore): Collection {
  const collection: Collection = {
    totals: 'EXACT',
    list: ({ realm }) => Object.values(realm.nodeTypes).map(shown),
    read({ realm }, id) {
      const type = own(realm.nodeTypes, id);
      return type && shown(type);
    },
    write: (_stored, id, body) => ({ puts: [{ kind: 'nodeTypes', key: id, body: typeOf(id, body) }] }),
    written,
    remove: (_stored, id) => ({
      cause: 'delete',
      backup: { id: randomUUID(), note: `the custom node ${id}` },
      deletes: [{ kind: 'nodeTypes', key: id }],
    }),
    removed: ({ _id = '' }) => ({ _id }),
    missing: (id) => new AmFailure(404, `Node Type with resource ID ${id} does not exist`),
    actions: {
      create(call, body) {
        const serviceName = typeof body.serviceName === 'string' && body.serviceName !== '' ? body.serviceName : randomBytes(16).toString('hex');
        const taken = new AmFailure(409, `Node Type with resource id ${serviceName} already exists`);
        return writeItem(collection, call, `${serviceName}-1`, { ...body, serviceName }, taken);
      },
    },
    itemActions: {
      journeys({ res, stored }, id) {
        const type = own(stored.realm.nodeTypes, id) ?? { serviceName: id.replace(/-1$/, '') };
        sendJson(res, 200, usageIn(realms, customTypeId(type)));
      },
    },
  };
  return collection;
}

const shown = ({ _rev, ...type }: CustomNodeType): JsonObject => type as JsonObject;

/** AM says that it is the first version (recorded), unless the realm's other types are told without, as an older release tells them. */
function written({ realm }: StoredRealm, item: JsonObject): JsonObject {
  const others = Object.values(realm.nodeTypes).filter(({ _id }) => _id !== item._id);
  return others.length === 0 || others.some(({ version }) => version !== undefined) ? { ...item, version: 1 } : item;
}

/** @throws AmFailure 400 */
function typeOf(id: string, body: JsonObject): CustomNodeType {
  const unknown = Object.keys(body).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) throw new AmFailure(400, `Unrecognized field "${unknown}"`);
  const { _rev, ...members } = body;
  const serviceName = id.replace(/-1$/, '');
  if (members.serviceName !== undefined && members.serviceName !== serviceName)
    throw new AmFailure(400, `The service name of ${id} is ${serviceName}`);
  const parsed = customNodeTypeSchema.safeParse({ ...members, _id: id, serviceName });
  if (!parsed.success) throw new AmFailure(400, `Invalid value of ${parsed.error.issues[0]?.path.join('.') ?? 'the node type'}`);
  const [issue] = customTypeIssues(parsed.data);
  if (issue) throw new AmFailure(400, `${issue.field}: ${issue.message}`);
  return parsed.data;
}

/** Nodes of the type: `{ "/alpha": { "Login": ["<node id>"] } }`, nothing where there are none (recorded). */
function usageIn(realms: RealmStore, type: string): JsonObject {
  const entries = realms.names().flatMap((name): [string, JsonObject][] => {
    const realm = realms.load(name)?.realm;
    const journeys = realm ? journeysWith(realm, type) : {};
    return Object.keys(journeys).length > 0 ? [[`/${name}`, journeys]] : [];
  });
  return Object.fromEntries(entries);
}

function journeysWith(realm: Realm, type: string): JsonObject {
  const entries = Object.values(realm.journeys).flatMap(({ tree }): [string, string[]][] => {
    const ids = nodesOf(realm, tree).filter((node) => node.type === type);
    return ids.length > 0 ? [[tree._id, ids.map(({ id }) => id)]] : [];
  });
  return Object.fromEntries(entries);
}
