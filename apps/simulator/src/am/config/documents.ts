import { randomUUID } from 'node:crypto';
import { type Json, type JsonObject, own, type Realm, type ResourceKind } from '@tandem/journey';
import type { Delete, Put } from '../../storage/realm-change.ts';
import { AmFailure } from '../failure.ts';
import { type Collection, writeItem } from './collection.ts';

/** Kinds of resource that no journey runs with: they are kept as they come. */
export type DocumentKind = Extract<ResourceKind, 'socialIdentityProviders' | 'circlesOfTrust' | 'saml2Entities'>;

/** Documents of a kind, stored as they come. `where` picks those below one address. */
export function documents(
  kind: DocumentKind,
  where: (document: JsonObject, params: Readonly<Record<string, string>>) => boolean = () => true,
): Collection {
  const of = (realm: Realm): JsonObject[] => Object.entries(realm[kind]).map(([id, body]) => documentOf(id, body));
  const collection: Collection = {
    list: ({ realm }, params) => of(realm).filter((document) => where(document, params)),
    read({ realm }, id, params) {
      const body = own(realm[kind], id);
      const document = body === undefined ? undefined : documentOf(id, body);
      return document && where(document, params) ? document : undefined;
    },
    write: (_stored, id, { _rev, ...body }) => ({ puts: [{ kind, key: id, body: { ...body, _id: id } } as Put] }),
    remove: (_stored, id) => ({ deletes: [{ kind, key: id } as Delete] }),
    actions: {
      create(call, body) {
        const id = typeof body._id === 'string' && body._id !== '' ? body._id : randomUUID();
        return writeItem(collection, call, id, body, new AmFailure(409, 'Unable to save config: Service already exists'));
      },
      nextdescendents: ({ res, stored, params }) => void res.json({ result: collection.list(stored, params) }),
    },
  };
  return collection;
}

function documentOf(id: string, body: Json): JsonObject {
  const { _rev, ...document } = body as JsonObject;
  return { _id: id, ...document };
}
