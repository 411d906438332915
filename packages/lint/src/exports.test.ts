import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyRealm, isObject, journeyDocument, parseExport, parseJsonStrict, planImport, type Realm } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { describe, expect, test } from 'vitest';
import { lint } from './lint.ts';

const folders = (process.env.TANDEM_EXPORTS ?? '').split(':').filter(Boolean);

/** One realm of all the files that can be read as exports. */
function realmOf(path: string): Realm {
  const realm = emptyRealm('alpha');
  const files = readdirSync(path).filter((file) => file.endsWith('.json'));
  for (const file of files) {
    const value = parseJsonStrict(readFileSync(join(path, file), 'utf8'));
    const parsed = parseExport(value, file);
    for (const { kind, key, value: put } of planImport(realm, parsed, {}, nodeKnowledge(realm)).puts) {
      const kept = realm[kind];
      if (isObject(kept)) (kept as Record<string, unknown>)[key] = put;
    }
  }
  return realm;
}

/** What rules say of the known exports, and why that is right. */
const EXPECTED: Readonly<Record<string, string>> = {
  'FrodoTestJourney10 unconnected-outcome': 'both nodes of this test journey are without connections',
  'FrodoTestJourney10 unreachable-node': 'so nothing leads to the second',
  'FrodoTestJourney3 missing-journey': 'its inner journey FrodoTestJourney2 is in none of the files',
  'FrodoTestJourney3 duplicate-name': 'two pages with different nodes were both named Login Page',
  'Registration missing-service': 'exports carry neither security questions nor terms and conditions',
  'Registration missing-email-template': 'the file was exported without dependencies',
  'ResetPassword missing-email-template': 'the file was exported without dependencies',
};

/** Set TANDEM_EXPORTS to the folder (or several, by colons); TANDEM_SHOW prints every finding. */
describe.skipIf(folders.length === 0)('real exports', () => {
  test('every finding is one that is known to be right', () => {
    const found = folders.flatMap((folder) => {
      const realm = realmOf(folder);
      return Object.keys(realm.journeys).flatMap((name) => {
        const document = journeyDocument(realm, name, nodeKnowledge(realm));
        return document ? lint(document, realm).map(({ rule, place, text }) => ({ key: `${name} ${rule}`, place, text })) : [];
      });
    });
    if (process.env.TANDEM_SHOW) process.stdout.write(`${found.map(({ key, place, text }) => `${key} | ${place} | ${text}`).join('\n')}\n`);
    expect(found.filter(({ key }) => !Object.hasOwn(EXPECTED, key))).toEqual([]);
  });
});
