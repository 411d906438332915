import {
  contentConflictOf,
  contentQuerySchema,
  deletedSchema,
  emailTemplateSchema,
  listOf,
  saveSecretSchema,
  saveStubSchema,
  saveVariableSchema,
  secretViewSchema,
  stubSchema,
  variableSchema,
} from '@tandem/api';
import { deepEqual, type Json, type JsonObject, own, type Realm } from '@tandem/journey';
import type * as z from 'zod';
import { badRequest, notFound, ProblemError } from '../http/problem.ts';
import { type ApiRoute, jsonRoute } from '../http/route.ts';
import type { Put, StoredRealm } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { Sealer } from '../storage/sealer.ts';
import { checkTemplate } from './check-template.ts';
import { findRealm } from './find.ts';

type Kind = 'variables' | 'secrets' | 'emailTemplates' | 'stubs';

interface Content<Save extends z.ZodType, View extends z.ZodType> {
  kind: Kind;
  /** What one is called in sentences. */
  word: string;
  tag: string;
  save: Save;
  view: View;
  /** Ids that AIC takes; others would not survive an import there. */
  id?: { pattern: RegExp; expected: string };
  /** The stored record as it is shown. */
  show(id: string, record: Json): z.input<View>;
  record(id: string, given: z.output<Save>, before: Json | undefined, realm: Realm): Json;
}

/** Place under which a realm's secrets are sealed: they open nowhere else. */
export function secretPlace(realm: string): string {
  return `realm:${realm}`;
}

/** The value of a stored secret; undefined for one that this data folder's key does not open. */
function opened(sealer: Sealer, $sealed: string): string | undefined {
  try {
    return sealer.open({ $sealed, empty: false });
  } catch {
    return undefined;
  }
}

/** Environment variables, secrets, email templates and HTTP stubs: listed, put and deleted alike. */
export function contentsRoutes(realms: RealmStore, sealer: Sealer): ApiRoute[] {
  return [
    ...routesOf(realms, {
      kind: 'variables',
      word: 'environment variable',
      tag: 'Variables and secrets',
      save: saveVariableSchema,
      view: variableSchema,
      id: { pattern: /^esv-[a-z0-9_-]{1,120}$/, expected: '"esv-" and lower-case letters, digits, - or _' },
      show: (id, record) => ({ ...(record as { valueBase64: string }), _id: id }),
      record: (id, given) => ({ ...(given as Record<string, Json>), _id: id }),
    }),
    ...routesOf(realms, {
      kind: 'secrets',
      word: 'secret',
      tag: 'Variables and secrets',
      save: saveSecretSchema,
      view: secretViewSchema,
      show: (id, record) => ({ _id: id, ...descriptionOf(record) }),
      record(id, { value, description }, before, realm) {
        const kept = (before as { value?: string } | undefined)?.value;
        if (value === undefined && kept === undefined)
          throw badRequest({ field: 'value', message: 'A new secret needs a value.', expected: 'a text' });
        const here = sealer.within(secretPlace(realm.name));
        // Sealed anew it would be another text: the same value again changes nothing.
        const isKept = kept !== undefined && (value === undefined || opened(here, kept) === value);
        return { _id: id, value: isKept ? kept : here.seal(value ?? '').$sealed, ...(description === undefined ? {} : { description }) };
      },
    }),
    ...routesOf(realms, {
      kind: 'emailTemplates',
      word: 'email template',
      tag: 'Email templates',
      save: emailTemplateSchema,
      view: emailTemplateSchema,
      show: (id, record) => ({ ...(record as Record<string, Json>), _id: id }),
      // IDM keeps it at config/emailTemplate/<name>, and exports bring that id: it has to leave as it came.
      record(id, given, before) {
        checkTemplate(given, before as JsonObject | undefined);
        return { ...given, _id: (before as { _id?: string } | undefined)?._id ?? `emailTemplate/${id}` };
      },
    }),
    ...routesOf(realms, {
      kind: 'stubs',
      word: 'HTTP stub',
      tag: 'HTTP stubs',
      save: saveStubSchema,
      view: stubSchema,
      show: (_id, record) => record as z.input<typeof stubSchema>,
      record: (id, given) => ({ ...given, _id: id, method: given.method.toUpperCase() }) as Json,
    }),
  ];
}

function descriptionOf(record: Json): { description?: string } {
  const { description } = record as { description?: string };
  return description === undefined ? {} : { description };
}

function versionOf(stored: StoredRealm, kind: Kind, id: string): number {
  return stored.revision(kind, id)?.version ?? 0;
}

function conflict(word: string, id: string, version: number, current: unknown): ProblemError {
  const message = current === null ? `The ${word} "${id}" has been deleted.` : `The ${word} "${id}" has been saved by somebody else.`;
  return new ProblemError(409, message, {
    title: `The ${word} has changed in between`,
    errors: [{ field: 'baseVersion', message, expected: String(version) }],
    extra: { current, version },
  });
}

function routesOf<Save extends z.ZodType, View extends z.ZodType>(realms: RealmStore, content: Content<Save, View>): ApiRoute[] {
  const { kind, word, tag, save, view, id: ids } = content;
  return [
    jsonRoute({
      method: 'get',
      path: `/realms/{realm}/${kind}`,
      summary: `Every ${word}`,
      tag,
      answer: { description: 'By id.', schema: listOf(view) },
      handle({ params }) {
        const stored = findRealm(realms, params.realm);
        const records = stored.realm[kind] as Record<string, Json>;
        const list = Object.keys(records).sort();
        const items = list.map((id) => content.show(id, records[id] as Json));
        return { items, versions: Object.fromEntries(list.map((id) => [id, versionOf(stored, kind, id)])) } as z.input<
          ReturnType<typeof listOf<View>>
        >;
      },
    }),
    jsonRoute({
      method: 'put',
      path: `/realms/{realm}/${kind}/{id}`,
      summary: `Creates or changes the ${word}`,
      description: 'Without `baseVersion` it replaces whatever is there.',
      tag,
      query: contentQuerySchema,
      body: save,
      answer: { description: 'As it is now.', schema: view },
      problems: { 409: { description: 'Somebody saved in between; `current` is it as it is now.', schema: contentConflictOf(view) } },
      async handle({ params: { realm, id }, query: { baseVersion }, body }) {
        findRealm(realms, realm);
        if (id === '__proto__' || (ids && !ids.pattern.test(id)))
          throw badRequest({
            field: 'id',
            message: `"${id}" cannot be the id of an ${word}.`.replace('an s', 'a s'),
            expected: ids?.expected ?? 'another id',
          });
        const stored = await realms.apply(realm, (current) => {
          const before = own(current.realm[kind] as Record<string, Json>, id);
          const version = versionOf(current, kind, id);
          const isStale = baseVersion !== undefined && baseVersion !== version;
          if (isStale && before === undefined) throw conflict(word, id, version, null);
          const record = content.record(id, body, before, current.realm);
          // The same again, after an answer that got lost, is saved already.
          if (isStale && before !== undefined && !deepEqual(before, record)) throw conflict(word, id, version, content.show(id, before));
          return { puts: [{ kind, key: id, body: record } as Put] };
        });
        return content.show(id, (stored.realm[kind] as Record<string, Json>)[id] as Json);
      },
    }),
    jsonRoute({
      method: 'delete',
      path: `/realms/{realm}/${kind}/{id}`,
      summary: `Deletes the ${word}`,
      description: 'Without `baseVersion` it deletes whatever is there.',
      tag,
      query: contentQuerySchema,
      answer: { description: 'Deleted.', schema: deletedSchema },
      problems: {
        404: { description: `There is no such ${word}.` },
        409: { description: 'Somebody saved in between; `current` is it as it is now.', schema: contentConflictOf(view) },
      },
      async handle({ params: { realm, id }, query: { baseVersion } }) {
        findRealm(realms, realm);
        await realms.apply(realm, (current) => {
          const before = own(current.realm[kind] as Record<string, Json>, id);
          if (before === undefined) throw notFound(`The realm "${realm}" has no ${word} "${id}".`, { field: 'id' });
          const version = versionOf(current, kind, id);
          if (baseVersion !== undefined && baseVersion !== version) throw conflict(word, id, version, content.show(id, before));
          return { deletes: [{ kind, key: id }] };
        });
        return { id };
      },
    }),
  ];
}
