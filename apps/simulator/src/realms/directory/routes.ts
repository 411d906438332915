import { randomUUID } from 'node:crypto';
import {
  deletedSchema,
  identityListSchema,
  identityViewSchema,
  importedIdentitiesSchema,
  importIdentitiesSchema,
  type SaveIdentity,
  saveIdentitySchema,
} from '@tandem/api';
import { type Identity, own, type Realm } from '@tandem/journey';
import * as z from 'zod';
import { badRequest, notFound, ProblemError } from '../../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import { hashPassword } from '../../passwords.ts';
import type { Put } from '../../storage/realm-change.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { findRealm } from '../find.ts';
import { policyIssues } from './policies.ts';
import { type GivenIdentity, readAttributes, recordOf } from './record.ts';
import { readRows, WORDS } from './rows.ts';
import { refuse } from './table.ts';
import { viewOf } from './view.ts';

/** Managed users and agents of a realm. */
export function directoryRoutes(realms: RealmStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/identities',
      summary: 'Users and agents',
      tag: 'Identities',
      query: z.object({ kind: z.enum(['user', 'agent']).optional() }),
      answer: { description: 'By user name, without password hashes.', schema: identityListSchema },
      handle({ params, query }) {
        const { identities } = findRealm(realms, params.realm).realm;
        const list = Object.values(identities).filter(({ kind }) => query.kind === undefined || kind === query.kind);
        return { identities: list.sort((a, b) => a.userName.localeCompare(b.userName)).map(viewOf) };
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/realms/{realm}/identities/{id}',
      summary: 'Creates or changes a user or agent',
      tag: 'Identities',
      body: saveIdentitySchema,
      answer: { description: 'As it is now.', schema: identityViewSchema },
      problems: { 409: { description: 'Somebody else has the user name.' } },
      async handle({ params: { realm, id }, body }) {
        const { realm: found } = findRealm(realms, realm);
        if (id === '__proto__') throw badRequest({ field: 'id', message: 'An identity cannot be called "__proto__".', expected: 'another id' });
        const given = givenBy(body);
        const wrong = policyIssues(found.services, given, own(found.identities, id));
        if (wrong.length > 0) throw new ProblemError(400, wrong[0]?.message ?? '', { errors: wrong });
        const hash = typeof given.password === 'string' ? await hashPassword(given.password) : given.password;
        const stored = await realms.apply(realm, (current) => {
          checkName(current.realm, id, given);
          return { puts: [{ kind: 'identities', key: id, body: recordOf(id, given, own(current.realm.identities, id), hash) }] };
        });
        return viewOf(stored.realm.identities[id] as Identity);
      },
    }),
    jsonRoute({
      method: 'delete',
      path: '/realms/{realm}/identities/{id}',
      summary: 'Deletes a user or agent',
      tag: 'Identities',
      answer: { description: 'Deleted.', schema: deletedSchema },
      problems: { 404: { description: 'There is nobody of that id.' } },
      async handle({ params: { realm, id } }) {
        if (!own(findRealm(realms, realm).realm.identities, id)) throw notFound(`The realm "${realm}" has no identity "${id}".`, { field: 'id' });
        await realms.apply(realm, () => ({ deletes: [{ kind: 'identities', key: id }] }));
        return { id };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/identities/import',
      summary: 'Takes users from a JSON or CSV file',
      description: 'All rows or none. Whoever has the same user name is changed: given attributes replace, others stay.',
      tag: 'Identities',
      body: importIdentitiesSchema,
      answer: { description: 'User names that were created and changed.', schema: importedIdentitiesSchema },
      async handle({ params: { realm }, body }) {
        const { realm: found } = findRealm(realms, realm);
        const rows = readRows(body.format, body.text, found.services.customAttributes);
        checkRows(found, rows);
        const hashes = await hashesOf(rows);
        const created: string[] = [];
        const changed: string[] = [];
        await realms.apply(realm, ({ realm: now }) => {
          created.length = 0;
          changed.length = 0;
          const puts = rows.map((row, index): Put => {
            const before = named(now, row);
            (before ? changed : created).push(row.userName);
            const id = before?._id ?? randomUUID();
            return { kind: 'identities', key: id, body: recordOf(id, merged(row, before), before, hashes[index]) };
          });
          return { puts };
        });
        return { created, changed, warnings: [] };
      },
    }),
  ];
}

function givenBy(body: SaveIdentity): GivenIdentity {
  const { attributes, issues } = readAttributes(body, {});
  if (issues.length > 0) throw new ProblemError(400, issues[0]?.message ?? '', { errors: issues });
  return { kind: body.kind, userName: body.userName, password: body.password, attributes };
}

/** What a row says, over what the realm knows of the user. */
function merged(row: GivenIdentity, before: Identity | undefined): GivenIdentity {
  return { ...row, attributes: { ...attributesOf(before), ...row.attributes } };
}

/** Before any password is hashed. */
function checkRows({ identities, services }: Realm, rows: readonly GivenIdentity[]): void {
  const users = Object.values(identities).filter(({ kind }) => kind === 'user');
  const byName = new Map(users.map((user) => [user.userName.toLowerCase(), user]));
  const issues = rows.flatMap((row, index) => {
    const before = byName.get(row.userName.toLowerCase());
    const wrong = policyIssues(services, merged(row, before), before, { node: `row ${index + 1}` });
    return wrong.map((issue) => ({ ...issue, message: `Row ${index + 1}: ${issue.message}` }));
  });
  if (issues.length > 0) refuse(issues, WORDS);
}

function named(realm: Realm, { kind, userName }: Pick<GivenIdentity, 'kind' | 'userName'>): Identity | undefined {
  const wanted = userName.toLowerCase();
  return Object.values(realm.identities).find((identity) => identity.kind === kind && identity.userName.toLowerCase() === wanted);
}

function checkName(realm: Realm, id: string, given: GivenIdentity): void {
  const other = named(realm, given);
  if (!other || other._id === id) return;
  const message = `There is ${given.kind === 'user' ? 'a user' : 'an agent'} "${other.userName}" already (${other._id}).`;
  throw new ProblemError(409, message, { errors: [{ field: 'userName', message, expected: 'another user name' }] });
}

function attributesOf(identity: Identity | undefined): GivenIdentity['attributes'] {
  if (!identity) return {};
  const { _id, kind, userName, passwordHash, ...attributes } = identity;
  return attributes as GivenIdentity['attributes'];
}

/** One after the other in fours: libuv has four threads for it. */
async function hashesOf(rows: readonly GivenIdentity[]): Promise<(string | undefined)[]> {
  const hashes: (string | undefined)[] = [];
  for (let start = 0; start < rows.length; start += 4) {
    const part = rows.slice(start, start + 4);
    hashes.push(...(await Promise.all(part.map(({ password }) => (typeof password === 'string' ? hashPassword(password) : undefined)))));
  }
  return hashes;
}
