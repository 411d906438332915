import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/folder.ts';
import { realmWith } from '../testing/realm.ts';
import { FolderInUseError } from './lock.ts';
import { openStorage } from './open.ts';
import { createSealer } from './sealer.ts';

describe('data folder', () => {
  it('is made when missing, readable by its owner alone', async () => {
    const folder = join(temporaryFolder(), 'deep', 'data');
    const storage = await openStorage(folder);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'secrets.key')).mode & 0o777).toBe(0o600);
    expect(existsSync(join(folder, 'tandem.db'))).toBe(true);
    await storage.close();
  });

  it('is taken by one at a time, and free again after closing', async () => {
    const folder = temporaryFolder();
    const first = await openStorage(folder);
    const second = openStorage(folder);
    await expect(second).rejects.toThrow(FolderInUseError);
    await expect(second).rejects.toThrow(`${folder} is in use by another Tandem (process ${process.pid}). Stop that one, or set TANDEM_DATA`);
    await first.realms.create(realmWith('alpha', ['A']));
    await first.close();
    const third = await openStorage(folder);
    expect(third.realms.names()).toEqual(['alpha']);
    await third.close();
  });

  it('finishes the writes that were under way when it is closed', async () => {
    const folder = temporaryFolder();
    const storage = await openStorage(folder);
    const create = storage.realms.create(realmWith('alpha', ['A']));
    await Promise.all([create, storage.close()]);
    const again = await openStorage(folder);
    expect(again.realms.names()).toEqual(['alpha']);
    await again.close();
  });

  it('says what is wrong with a broken key and lets the folder go', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'secrets.key'), 'short');
    await expect(openStorage(folder)).rejects.toThrow('it has 5 bytes instead of 32');
    writeFileSync(join(folder, 'secrets.key'), randomBytes(32));
    await (await openStorage(folder)).close();
  });

  it('refuses a file that is not a database', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'tandem.db'), 'this is not a database, but it is long enough to look like one '.repeat(20));
    await expect(openStorage(folder)).rejects.toThrow('not a database');
    expect(readFileSync(join(folder, 'tandem.db'), 'utf8')).toContain('this is not');
  });
});

describe('settings', () => {
  it('are kept and replaced', async () => {
    const folder = temporaryFolder();
    const storage = await openStorage(folder);
    expect(await storage.settings.get('a')).toBeUndefined();
    await storage.settings.put('a', { b: [1, null] });
    await storage.settings.put('a', { b: [2] });
    await storage.close();
    const again = await openStorage(folder);
    expect(await again.settings.get('a')).toEqual({ b: [2] });
    await again.close();
  });
});

describe('sealer', () => {
  const sealer = createSealer(randomBytes(32));

  it.each(['', 'Secret12!', 'пароль 🔑', 'x'.repeat(100_000)])('opens what it sealed: %#', (text) => {
    expect(sealer.open(sealer.seal(text))).toBe(text);
  });

  it('says whether there was anything, and nothing else', () => {
    expect([sealer.seal('').empty, sealer.seal('x').empty]).toEqual([true, false]);
    expect(sealer.seal('same').$sealed).not.toBe(sealer.seal('same').$sealed);
    expect(JSON.stringify(sealer.seal('Secret12!'))).not.toContain('Secret');
  });

  it('opens what was sealed for a place there alone', () => {
    const [a, b] = [sealer.within('a'), sealer.within('b')];
    const sealed = a.seal('Secret12!');
    expect([a.open(sealed), sealer.within('a').open(sealed)]).toEqual(['Secret12!', 'Secret12!']);
    for (const other of [b, sealer]) expect(() => other.open(sealed)).toThrow('at another place');
    expect(() => a.open(sealer.seal('Secret12!'))).toThrow('at another place');
  });

  it('refuses what was changed, cut, sealed with another key or elsewhere', () => {
    const { $sealed } = sealer.seal('Secret12!');
    const flipped = `${$sealed.slice(0, -1)}${$sealed.endsWith('A') ? 'Q' : 'A'}`;
    for (const text of [flipped, $sealed.slice(0, 20), createSealer(randomBytes(32)).seal('x').$sealed]) {
      expect(() => sealer.open({ $sealed: text, empty: false })).toThrow('cannot be opened');
    }
    expect(() => sealer.open({ $sealed: 'plain', empty: false })).toThrow('not sealed here');
    expect(() => createSealer(randomBytes(16))).toThrow('16 bytes');
  });

  it('derives one key for each purpose', () => {
    expect(sealer.deriveKey('authId')).toEqual(sealer.deriveKey('authId'));
    expect(sealer.deriveKey('authId')).not.toEqual(sealer.deriveKey('cookie'));
    expect(sealer.deriveKey('authId')).toHaveLength(32);
  });
});
