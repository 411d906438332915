import { join } from 'node:path';
import type { Journey } from '@tandem/journey';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { realmWith } from '../testing/realm.ts';
import type { Database } from './database.ts';
import { type RealmNotice, UnknownRealm, VersionConflict } from './realm-change.ts';
import { openRealmStore, type RealmStore } from './realm-store.ts';
import { openSqlite } from './sqlite.ts';

interface Opened {
  realms: RealmStore;
  database: Database;
  reopen(): Promise<Opened>;
}

async function opened(folder = temporaryFolder()): Promise<Opened> {
  let time = 0;
  const database = await openSqlite(join(folder, 'tandem.db'));
  const realms = await openRealmStore(database, () => new Date(++time * 1000).toISOString());
  return { realms, database, reopen: () => database.close().then(() => opened(folder)) };
}

const journey = (name: string, description?: string): Journey => ({ tree: { _id: name, ...(description ? { description } : {}) } });

describe('realm store', () => {
  it('gives back after a restart what was put in', async () => {
    const { realms, reopen } = await opened();
    await realms.create(realmWith('alpha', ['Login']));
    await realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'Name with / and ü 日本', body: journey('Name with / and ü 日本') }] });
    const before = realms.load('alpha');
    const again = await reopen();
    const after = again.realms.load('alpha');
    expect(after?.realm).toEqual(before?.realm);
    expect(after?.version).toBe(2);
    expect(after?.revision('journeys', 'Name with / and ü 日本')).toEqual(before?.revision('journeys', 'Name with / and ü 日本'));
    await again.database.close();
  });

  it('keeps text that databases are known to cut or refuse', async () => {
    const { realms, reopen } = await opened();
    await realms.create(realmWith('alpha', []));
    const body = journey('odd', `NUL \u0000, lone surrogate \ud800, emoji 🎏, quote ' and ""`);
    await realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'odd', body }] });
    const again = await reopen();
    expect(again.realms.load('alpha')?.realm.journeys.odd).toEqual(body);
    await again.database.close();
  });

  it('treats keys as data, not as members of Object', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', []));
    expect(realms.load('alpha')?.realm.journeys.toString).toBeUndefined();
    await realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'constructor', body: journey('constructor') }] });
    expect(Object.keys(realms.load('alpha')?.realm.journeys ?? {})).toEqual(['constructor']);
    await expect(realms.apply('alpha', { puts: [{ kind: 'journeys', key: '__proto__', body: journey('x') }] })).rejects.toThrow('__proto__');
    await database.close();
  });

  it('does not change a realm that somebody holds', async () => {
    const { realms, database } = await opened();
    const held = await realms.create(realmWith('alpha', ['Login']));
    await realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'Login' }] });
    expect(Object.keys(held.realm.journeys)).toEqual(['Login']);
    expect(Object.keys(realms.load('alpha')?.realm.journeys ?? {})).toEqual([]);
    await database.close();
  });

  it('holds no reference into what a writer passed', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', []));
    const body = journey('A', 'as written');
    await realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'A', body }] });
    body.tree.description = 'changed later';
    expect(realms.load('alpha')?.realm.journeys.A?.tree.description).toBe('as written');
    await database.close();
  });

  it('counts versions up, never reuses one, and writes nothing when nothing changed', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', []));
    const put = (description: string) => realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'A', body: journey('A', description) }] });
    const version = () => realms.load('alpha')?.revision('journeys', 'A')?.version;
    await put('one');
    expect(version()).toBe(2);
    await put('one');
    expect([version(), realms.load('alpha')?.version]).toEqual([2, 2]);
    await realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'A' }] });
    expect(version()).toBeUndefined();
    await put('one');
    expect(version()).toBe(4);
    await realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'A', body: journey('A', 'one'), touch: true }] });
    expect(version()).toBe(5);
    await database.close();
  });

  it('refuses a change made to another version, all of it', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', ['A']));
    const change = realms.apply('alpha', {
      puts: [
        { kind: 'journeys', key: 'B', body: journey('B') },
        { kind: 'journeys', key: 'A', body: journey('A', 'mine'), expected: 7 },
      ],
    });
    await expect(change).rejects.toThrow(VersionConflict);
    await expect(realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'A', expected: 0 }] })).rejects.toMatchObject({ expected: 0, found: 1 });
    await expect(realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'A', body: journey('A', 'new'), expected: 0 }] })).rejects.toThrow(
      VersionConflict,
    );
    expect(Object.keys(realms.load('alpha')?.realm.journeys ?? {})).toEqual(['A']);
    await database.close();
  });

  it('lets exactly one of many writers of the same version in', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', ['A']));
    const writers = Array.from({ length: 20 }, (_, n) =>
      realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'A', body: journey('A', `writer ${n}`), expected: 1 }] }),
    );
    const results = await Promise.allSettled(writers);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    await database.close();
  });

  it('calls a planning function with the realm as it is when its turn comes', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', []));
    await Promise.all(
      Array.from({ length: 10 }, () =>
        realms.apply('alpha', ({ realm }) => {
          const name = `J${Object.keys(realm.journeys).length}`;
          return { puts: [{ kind: 'journeys', key: name, body: journey(name), expected: 0 }] };
        }),
      ),
    );
    expect(Object.keys(realms.load('alpha')?.realm.journeys ?? {})).toHaveLength(10);
    await database.close();
  });

  it('keeps neither half of a change whose transaction fails', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', ['A']));
    vi.spyOn(database, 'write').mockRejectedValueOnce(new Error('disk full'));
    await expect(realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'A' }] })).rejects.toThrow('disk full');
    expect(realms.load('alpha')?.realm.journeys.A).toBeDefined();
    await realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'A' }] });
    expect(realms.load('alpha')?.realm.journeys.A).toBeUndefined();
    await database.close();
  });

  it('tells listeners what changed, in order, and survives one that throws', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', []));
    const notices: RealmNotice[] = [];
    const quiet = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    const end = realms.subscribe(() => {
      throw new Error('bad listener');
    });
    realms.subscribe((notice) => notices.push(notice));
    await realms.apply('alpha', { puts: [{ kind: 'journeys', key: 'A', body: journey('A') }] });
    end();
    await realms.apply('alpha', { deletes: [{ kind: 'journeys', key: 'A' }] });
    expect(notices.map(({ version, changes }) => [version, changes.map(({ kind, key, revision }) => [kind, key, revision?.version])])).toEqual([
      [2, [['journeys', 'A', 2]]],
      [3, [['journeys', 'A', undefined]]],
    ]);
    expect(quiet).toHaveBeenCalledTimes(1);
    quiet.mockRestore();
    await database.close();
  });

  it('changes services with the resources or alone', async () => {
    const { realms, reopen } = await opened();
    await realms.create(realmWith('alpha', []));
    await realms.apply('alpha', { services: { transactionTimeToLive: 60, baseUrl: 'https://example.com' } });
    const again = await reopen();
    expect(again.realms.load('alpha')?.realm.services).toEqual({ transactionTimeToLive: 60, baseUrl: 'https://example.com' });
    await again.database.close();
  });

  it('writes more resources than one statement can hold', async () => {
    const { realms, reopen } = await opened();
    await realms.create(
      realmWith(
        'alpha',
        Array.from({ length: 1200 }, (_, n) => `J${n}`),
      ),
    );
    const again = await reopen();
    expect(Object.keys(again.realms.load('alpha')?.realm.journeys ?? {})).toHaveLength(1200);
    await again.database.close();
  });

  it('refuses a realm that does not exist and a second one of the same name', async () => {
    const { realms, database } = await opened();
    await realms.create(realmWith('alpha', []));
    await expect(realms.apply('beta', {})).rejects.toThrow(UnknownRealm);
    await expect(realms.create(realmWith('alpha', []))).rejects.toThrow('already');
    expect(realms.names()).toEqual(['alpha']);
    expect(realms.load('beta')).toBeUndefined();
    await database.close();
  });
});
