import { isObject, type Json, type JsonObject, own, type Realm } from '@tandem/journey';
import { createQueue } from '../storage/queue.ts';
import type { Delete, Put, RealmChange } from '../storage/realm-change.ts';
import type { RealmStore } from '../storage/realm-store.ts';
import type { Settings } from '../storage/settings.ts';

const THEMES = 'ui/themerealm';
const TEMPLATE = 'emailTemplate/';
/** Where documents are kept that mean nothing to journeys. */
const KEPT = 'openidm-config';

/**
 * IDM's configuration documents, which belong to all realms. Email templates and themes are the realms' own, because journeys use them; whatever
 * else comes is kept as it is.
 */
export interface IdmConfig {
  ids(): Promise<string[]>;
  read(id: string): Promise<JsonObject | undefined>;
  write(id: string, body: JsonObject): Promise<void>;
  remove(id: string): Promise<void>;
}

export function idmConfig(realms: RealmStore, settings: Settings): IdmConfig {
  const queued = createQueue();
  const all = (): Realm[] => realms.names().flatMap((name) => realms.load(name)?.realm ?? []);
  const inEach = async (plan: (realm: Realm) => RealmChange): Promise<void> => {
    for (const { name } of all()) await realms.apply(name, (current) => plan(current.realm));
  };
  const kept = async (): Promise<JsonObject> => ((await settings.get(KEPT)) ?? {}) as JsonObject;
  const keep = (id: string, body: JsonObject | undefined): Promise<void> =>
    queued(async () => {
      const { [id]: _, ...others } = await kept();
      await settings.put(KEPT, body === undefined ? others : { ...others, [id]: body });
    });
  return {
    ids: async () => [
      ...new Set([
        THEMES,
        ...all().flatMap((realm) => Object.keys(realm.emailTemplates).map((name) => `${TEMPLATE}${name}`)),
        ...Object.keys(await kept()),
      ]),
    ],
    async read(id): Promise<JsonObject | undefined> {
      if (id === THEMES) return themesOf(all(), own(await kept(), id));
      const name = nameIn(id);
      if (name === undefined) {
        const document = own(await kept(), id);
        return isObject(document) ? { ...(document as JsonObject), _id: id } : undefined;
      }
      const template = all().flatMap((realm) => own(realm.emailTemplates, name) ?? [])[0];
      return isObject(template) ? { ...(template as JsonObject), _id: id } : undefined;
    },
    async write(id, { _rev, ...body }) {
      const name = nameIn(id);
      if (name !== undefined) return inEach(() => ({ puts: [{ kind: 'emailTemplates', key: name, body: { ...body, _id: id } }] }));
      if (id === THEMES) await inEach((realm) => themesChange(realm, body));
      await keep(id, body);
    },
    async remove(id) {
      const name = nameIn(id);
      if (name !== undefined) return inEach(() => ({ deletes: [{ kind: 'emailTemplates', key: name }] }));
      if (id === THEMES) await inEach((realm) => themesChange(realm, { realm: { [realm.name]: [] } }));
      await keep(id, undefined);
    },
  };
}

function nameIn(id: string): string | undefined {
  const name = id.startsWith(TEMPLATE) ? id.slice(TEMPLATE.length) : '';
  return name === '' || name === '__proto__' ? undefined : name;
}

/** `realm.<name>` lists the themes of a realm. What came for realms that there are none of is told as it came. */
function themesOf(realms: readonly Realm[], document: Json | undefined): JsonObject {
  const { realm: lists, ...others } = isObject(document) ? (document as JsonObject) : {};
  const present = Object.fromEntries(realms.map((realm) => [realm.name, Object.values(realm.themes)]));
  return { _id: THEMES, ...others, realm: { ...(isObject(lists) ? (lists as JsonObject) : {}), ...present } };
}

function themesChange({ name, themes }: Realm, { realm }: JsonObject): RealmChange {
  const list = isObject(realm) ? own(realm as JsonObject, name) : undefined;
  if (!Array.isArray(list)) return {};
  const given = list.filter(
    (theme): theme is JsonObject & { _id: string } => isObject(theme) && typeof theme._id === 'string' && theme._id !== '__proto__',
  );
  const staying = new Set(given.map(({ _id }) => _id));
  return {
    puts: given.map((body): Put => ({ kind: 'themes', key: body._id, body: body as Json })),
    deletes: Object.keys(themes).flatMap((key): Delete[] => (staying.has(key) ? [] : [{ kind: 'themes', key }])),
  };
}
