import { type Client, clientListSchema, clientSchema, deletedSchema, type SaveClient, saveClientSchema } from '@tandem/api';
import { newClient, type OAuth2Client, own } from '@tandem/journey';
import { badRequest, notFound } from '../../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import { hashPassword } from '../../passwords.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { findRealm } from '../find.ts';

const tag = 'OAuth 2.0 clients';

/** OAuth 2.0 clients: who may ask for tokens, and for what. */
export function clientRoutes(realms: RealmStore): ApiRoute[] {
  const path = '/realms/{realm}/clients/{id}' as const;
  const find = (realm: string, id: string): OAuth2Client => {
    const client = own(findRealm(realms, realm).realm.clients, id);
    if (!client) throw notFound(`The realm "${realm}" has no client "${id}".`, { field: 'id' });
    return client;
  };
  return [
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/clients',
      summary: 'Every OAuth 2.0 client',
      tag,
      answer: { description: 'By id.', schema: clientListSchema },
      handle: ({ params }) => ({
        clients: Object.values(findRealm(realms, params.realm).realm.clients)
          .map(shown)
          .sort((a, b) => a._id.localeCompare(b._id)),
      }),
    }),
    jsonRoute({
      method: 'get',
      path,
      summary: 'An OAuth 2.0 client',
      tag,
      answer: { description: 'Without its secret.', schema: clientSchema },
      problems: { 404: { description: 'There is no such client.' } },
      handle: ({ params: { realm, id } }) => shown(find(realm, id)),
    }),
    jsonRoute({
      method: 'put',
      path,
      summary: 'Creates or changes an OAuth 2.0 client',
      description: 'What is left out stays as it is; null takes an optional field away.',
      tag,
      body: saveClientSchema,
      answer: { description: 'As it is now.', schema: clientSchema },
      async handle({ params: { realm, id }, body }) {
        findRealm(realms, realm);
        if (id === '__proto__') throw badRequest({ field: 'id', message: 'A client cannot be called so.', expected: 'another id' });
        const hash = typeof body.secret === 'string' ? await hashPassword(body.secret) : body.secret;
        const stored = await realms.apply(realm, ({ realm: now }) => ({
          puts: [{ kind: 'clients', key: id, body: changed(own(now.clients, id) ?? newClient(id), body, hash) }],
        }));
        return shown(stored.realm.clients[id] as OAuth2Client);
      },
    }),
    jsonRoute({
      method: 'delete',
      path,
      summary: 'Deletes an OAuth 2.0 client',
      tag,
      answer: { description: 'Deleted.', schema: deletedSchema },
      problems: { 404: { description: 'There is no such client.' } },
      async handle({ params: { realm, id } }) {
        find(realm, id);
        await realms.apply(realm, { deletes: [{ kind: 'clients', key: id }] });
        return { id };
      },
    }),
  ];
}

/** The client with what was given; `hash` of a new secret, null for none, undefined for the one it has. */
function changed(before: OAuth2Client, { secret: _, hasSecret: __, ...given }: SaveClient, hash: string | null | undefined): OAuth2Client {
  const fields = { ...before, ...given, ...(hash === undefined ? {} : { passwordHash: hash }), _id: before._id };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as OAuth2Client;
}

function shown({ passwordHash, ...client }: OAuth2Client): Client {
  return { ...client, hasSecret: passwordHash !== undefined };
}
