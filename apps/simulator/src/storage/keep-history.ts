import { diffJourneys, type JourneyDocument, journeyDocument, type Realm } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import type { Transaction } from 'kysely';
import { chunks } from './database.ts';
import { pack } from './packed.ts';
import type { RealmChange, ResourceNotice, StoredRealm } from './realm-change.ts';
import type { JourneyVersionTable, Tables } from './tables.ts';

/** Versions of a journey that are kept beside the named ones. */
const VERSIONS = 200;
/** Backups that are kept of a realm. */
const BACKUPS = 50;

/** The kinds of resource that a file can bring, and so what a backup holds. */
export const BACKED_UP = [
  'journeys',
  'nodes',
  'scripts',
  'nodeTypes',
  'emailTemplates',
  'themes',
  'socialIdentityProviders',
  'saml2Entities',
  'circlesOfTrust',
  'variables',
] as const;

interface Applied {
  before: StoredRealm;
  after: StoredRealm;
  change: RealmChange;
  /** Journeys that were written or deleted. */
  changed: readonly ResourceNotice[];
}

/** Keeps what a change leaves behind and, where it asks for a backup, what was there before; in the transaction of the change. */
export async function keepHistory(trx: Transaction<Tables>, applied: Applied, now: string): Promise<void> {
  const { before, change, changed } = applied;
  const realm = before.realm.name;
  if (change.rename !== undefined) await renameVersions(trx, realm, change.rename);
  const rows = changed.filter(({ key }) => key !== change.rename?.from).flatMap(({ key }) => versionsOf(applied, key));
  // What is kept already stays as it is, with its name.
  for (const part of chunks(rows, 50))
    await trx
      .insertInto('journey_version')
      .values(part)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  for (const { key } of changed) await forgetOldVersions(trx, realm, key);
  if (change.backup === undefined) return;
  const { id, note } = change.backup;
  const cause = change.cause ?? 'save';
  const { defaultJourney } = before.realm.services;
  const body = pack({ ...Object.fromEntries(BACKED_UP.map((kind) => [kind, before.realm[kind]])), defaultJourney });
  await trx.insertInto('backup').values({ id, realm, realm_version: before.version, made_at: now, cause, note, body }).execute();
  await forgetOldBackups(trx, realm);
}

/**
 * A journey's versions go on under its new name. What was kept under that name, of a journey that is deleted, stays before them; a number is
 * used once in a realm, but one change may have given it to both.
 */
async function renameVersions(trx: Transaction<Tables>, realm: string, { from, to }: { from: string; to: string }): Promise<void> {
  const own = trx.selectFrom('journey_version').select('version').where('realm', '=', realm).where('journey', '=', from);
  await trx.deleteFrom('journey_version').where('realm', '=', realm).where('journey', '=', to).where('version', 'in', own).execute();
  await trx.updateTable('journey_version').set({ journey: to }).where('realm', '=', realm).where('journey', '=', from).execute();
}

/** The journey before the change, which nobody may have kept yet, and after it. */
function versionsOf({ before, after, change }: Applied, journey: string): JourneyVersionTable[] {
  const earlier = change.rename?.to === journey ? change.rename.from : journey;
  const [was, is] = [documentIn(before.realm, earlier), documentIn(after.realm, journey)];
  const row = (
    stored: StoredRealm,
    name: string,
    document: JourneyDocument | undefined,
    more: Pick<JourneyVersionTable, 'cause' | 'changes'>,
  ): JourneyVersionTable[] => {
    const revision = stored.revision('journeys', name);
    if (revision === undefined || document === undefined) return [];
    return [
      { realm: stored.realm.name, journey, version: revision.version, saved_at: revision.modifiedAt, name: null, ...more, body: pack(document) },
    ];
  };
  return [
    ...row(before, earlier, was, { cause: 'start', changes: null }),
    ...row(after, journey, is, { cause: change.cause ?? 'save', changes: was && is ? JSON.stringify(countsOf(was, is)) : null }),
  ];
}

function documentIn(realm: Realm, journey: string): JourneyDocument | undefined {
  return journeyDocument(realm, journey, nodeKnowledge(realm));
}

function countsOf(before: JourneyDocument, after: JourneyDocument) {
  const diff = diffJourneys(before, after);
  const nodes = (state: string) => diff.nodes.filter((node) => node.state === state).length;
  return {
    added: nodes('added'),
    removed: nodes('removed'),
    changed: nodes('changed'),
    connections: diff.connections.length,
    settings: diff.settings.length,
    scripts: diff.scripts.length,
    moved: diff.moved.length,
  };
}

async function forgetOldVersions(trx: Transaction<Tables>, realm: string, journey: string): Promise<void> {
  const kept = trx.selectFrom('journey_version').where('realm', '=', realm).where('journey', '=', journey).where('name', 'is', null);
  const last = await kept.select('version').orderBy('version', 'desc').offset(VERSIONS).limit(1).executeTakeFirst();
  if (last === undefined) return;
  await trx
    .deleteFrom('journey_version')
    .where('realm', '=', realm)
    .where('journey', '=', journey)
    .where('name', 'is', null)
    .where('version', '<=', last.version)
    .execute();
}

async function forgetOldBackups(trx: Transaction<Tables>, realm: string): Promise<void> {
  const kept = trx.selectFrom('backup').where('realm', '=', realm);
  const last = await kept.select('realm_version').orderBy('realm_version', 'desc').offset(BACKUPS).limit(1).executeTakeFirst();
  if (last !== undefined) await trx.deleteFrom('backup').where('realm', '=', realm).where('realm_version', '<=', last.realm_version).execute();
}
