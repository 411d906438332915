import { randomUUID } from 'node:crypto';
import {
  deletedSchema,
  importedIdentitiesSchema,
  importIdentitiesSchema,
  managedObjectListSchema,
  managedObjectViewSchema,
  saveManagedObjectSchema,
} from '@tandem/api';
import {
  type Issue,
  type JsonObject,
  type ManagedObject,
  managedTypeSchema,
  matchesFilter,
  objectKey,
  own,
  parseQueryFilter,
  QueryFilterError,
  type Realm,
} from '@tandem/journey';
import * as z from 'zod';
import { badRequest, notFound } from '../../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../../http/route.ts';
import type { Put } from '../../storage/realm-change.ts';
import type { RealmStore } from '../../storage/realm-store.ts';
import { refuse } from '../directory/table.ts';
import { findRealm } from '../find.ts';
import { readObjects, WORDS } from './rows.ts';

const tag = 'Managed objects';

/** Managed objects of a realm that are no users: roles, organizations, types that an administrator made. */
export function objectRoutes(realms: RealmStore): ApiRoute[] {
  return [
    jsonRoute({
      method: 'get',
      path: '/realms/{realm}/objects',
      summary: 'Managed objects other than users',
      tag,
      query: z.object({ type: z.string().optional(), _queryFilter: z.string().optional() }),
      answer: { description: 'By type and name.', schema: managedObjectListSchema },
      handle({ params, query }) {
        const { objects } = findRealm(realms, params.realm).realm;
        const fits = filterOf(query._queryFilter);
        const list = Object.values(objects).filter(({ type, object }) => (query.type === undefined || type === query.type) && fits(object));
        return { objects: list.sort((a, b) => a.type.localeCompare(b.type) || nameOf(a).localeCompare(nameOf(b))) };
      },
    }),
    jsonRoute({
      method: 'put',
      path: '/realms/{realm}/objects/{type}/{id}',
      summary: 'Creates or changes a managed object',
      tag,
      body: saveManagedObjectSchema,
      answer: { description: 'As it is now.', schema: managedObjectViewSchema },
      async handle({ params: { realm, type, id }, body }) {
        findRealm(realms, realm);
        checkType(type);
        if (id.includes('/')) throw badRequest({ field: 'id', message: 'An id cannot hold a slash.', expected: 'another id' });
        if (Object.hasOwn(body, '__proto__'))
          throw badRequest({ field: '__proto__', message: 'An attribute cannot be called "__proto__".', expected: 'another name' });
        const put = putOf(type, id, body as JsonObject);
        const wrong = nameIssue(type, put.body as ManagedObject);
        if (wrong) throw badRequest(wrong);
        await realms.apply(realm, { puts: [put] });
        return put.body as ManagedObject;
      },
    }),
    jsonRoute({
      method: 'delete',
      path: '/realms/{realm}/objects/{type}/{id}',
      summary: 'Deletes a managed object',
      tag,
      answer: { description: 'Deleted.', schema: deletedSchema },
      problems: { 404: { description: 'There is no such object.' } },
      async handle({ params: { realm, type, id } }) {
        const key = objectKey(type, id);
        if (!own(findRealm(realms, realm).realm.objects, key))
          throw notFound(`The realm "${realm}" has no object "managed/${key}".`, { field: 'id' });
        await realms.apply(realm, { deletes: [{ kind: 'objects', key }] });
        return { id };
      },
    }),
    jsonRoute({
      method: 'post',
      path: '/realms/{realm}/objects/{type}/import',
      summary: 'Takes managed objects from a JSON or CSV file',
      description: 'All rows or none. An object with the same _id, or else the same name, is changed: given attributes replace, others stay.',
      tag,
      body: importIdentitiesSchema,
      answer: { description: 'Names of the objects that were created and changed.', schema: importedIdentitiesSchema },
      async handle({ params: { realm, type }, body }) {
        findRealm(realms, realm);
        checkType(type);
        const rows = readObjects(body.format, body.text);
        const created: string[] = [];
        const changed: string[] = [];
        await realms.apply(realm, ({ realm: now }) => {
          const issues: Issue[] = [];
          const puts = rows.map((row, index): Put => {
            const before = same(now, type, row);
            const id = before?.object._id ?? (typeof row._id === 'string' ? row._id : randomUUID());
            const put = putOf(type, id, { ...before?.object, ...row });
            (before ? changed : created).push(nameOf(put.body as ManagedObject));
            const wrong = nameIssue(type, put.body as ManagedObject);
            if (wrong) issues.push({ ...wrong, node: `row ${index + 1}`, message: `Row ${index + 1}: ${wrong.message}` });
            return put;
          });
          if (issues.length > 0) refuse(issues, WORDS);
          return { puts };
        });
        return { created, changed, warnings: [] };
      },
    }),
  ];
}

function putOf(type: string, id: string, object: JsonObject): Put {
  return { kind: 'objects', key: objectKey(type, id), body: { type, object: { ...object, _id: id } } };
}

/** IDM's own types whose schema requires a name, as AIC calls them (`alpha_role`) or self-managed IDM (`role`). */
const NAMED = /^(?:[^/]+_)?(role|organization|assignment|group)$/;

/** @returns what is wrong with the object's name */
function nameIssue(type: string, { object }: ManagedObject): Issue | undefined {
  const word = NAMED.exec(type)?.[1];
  if (word === undefined || (typeof object.name === 'string' && object.name.trim() !== '')) return undefined;
  return { field: 'name', message: `The ${word} has no name.`, expected: 'a name, such as auditor' };
}

function nameOf({ object }: ManagedObject): string {
  return typeof object.name === 'string' ? object.name : object._id;
}

/** The object that a row is about. */
function same({ objects }: Realm, type: string, { _id, name }: JsonObject): ManagedObject | undefined {
  if (typeof _id === 'string') return own(objects, objectKey(type, _id));
  const wanted = String(name).toLowerCase();
  return Object.values(objects).find(
    (other) => other.type === type && typeof other.object.name === 'string' && other.object.name.toLowerCase() === wanted,
  );
}

function checkType(type: string): void {
  const { error } = managedTypeSchema.safeParse(type);
  if (!error) return;
  const [first] = error.issues;
  const issue: Issue = {
    field: 'type',
    message: `"${type}" cannot be the type of a managed object here.`,
    expected: first?.message ?? 'another type',
  };
  throw badRequest(issue);
}

function filterOf(text: string | undefined): (object: JsonObject) => boolean {
  if (text === undefined) return () => true;
  try {
    const filter = parseQueryFilter(text);
    return (object) => matchesFilter(filter, object);
  } catch (error) {
    if (!(error instanceof QueryFilterError)) throw error;
    throw badRequest({ field: '_queryFilter', message: error.message, expected: 'a filter such as name eq "auditor"' });
  }
}
