import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyRealm,
  equalExports,
  exportJourneys,
  ImportRefused,
  isObject,
  journeyDocument,
  nodeKey,
  parseExport,
  parseJsonStrict,
  planImport,
  type Realm,
} from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choice, edit, undoAll } from '../../testing/edits.ts';
import { createEditorStore } from './editorStore.ts';

/** The files of this repository; those of TANDEM_EXPORTS=<folder>[:<folder>] as well. */
const OWN = join(import.meta.dirname, '../../../../../packages/journey/test/fixtures');
const folders = [OWN, ...(process.env.TANDEM_EXPORTS ?? '').split(':').filter(Boolean)];
const files = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      try {
        return parseExport(text, name).journeys.length > 0 ? [{ name, text }] : [];
      } catch (error) {
        // Other files lie beside the exports.
        if (error instanceof ImportRefused) return [];
        throw error;
      }
    }),
);
const META = { origin: 'https://tandem.example', exportedBy: 'amadmin', exportDate: '2026-01-01T00:00:00.000Z', toolVersion: '0' };

function imported(text: string): Realm {
  const realm = emptyRealm('alpha');
  for (const { kind, key, value } of planImport(realm, parseExport(text), {}, nodeKnowledge(realm)).puts) {
    const kept = realm[kind];
    if (isObject(kept)) (kept as Record<string, unknown>)[key] = value;
  }
  return realm;
}

const exported = (realm: Realm, format: 'aic' | 'frodo') =>
  exportJourneys(realm, Object.keys(realm.journeys), { format, deps: true, meta: META }, nodeKnowledge(realm));

/** Opens each journey as the editor does, changes it, takes everything back, and saves what is there then as the server keeps it. */
function editedAndUndone(realm: Realm, choices: Parameters<typeof edit>[1]): { realm: Realm; changed: number } {
  const after = structuredClone(realm);
  let changed = 0;
  for (const name of Object.keys(realm.journeys)) {
    const document = journeyDocument(realm, name, nodeKnowledge(realm)) ?? expect.fail(`no ${name}`);
    const read = JSON.parse(JSON.stringify(document)) as typeof document;
    const store = createEditorStore('alpha', { id: name, version: 1, ...read }, null);
    changed += edit(store, choices).length;
    undoAll(store);
    const { tree, nodes, scripts } = JSON.parse(JSON.stringify(store.getState().document)) as typeof document;
    after.journeys[name] = { ...after.journeys[name], tree };
    for (const node of Object.values(nodes)) after.nodes[nodeKey(node._type._id, node._id)] = node;
    Object.assign(after.scripts, scripts);
  }
  return { realm: after, changed };
}

test.each(files)('$name is exported as it came after 200 edits that were undone', { timeout: 60_000 }, ({ text }) => {
  const realm = imported(text);
  const formats = ['aic', 'frodo'] as const;
  const before = formats.map((format) => JSON.stringify(exported(realm, format)));
  fc.assert(
    fc.property(fc.array(choice, { minLength: 200, maxLength: 200 }), (choices) => {
      const { realm: after, changed } = editedAndUndone(realm, choices);
      expect(changed).toBeGreaterThan(0);
      expect(formats.map((format) => JSON.stringify(exported(after, format)))).toEqual(before);
    }),
    { numRuns: 1, endOnFailure: true },
  );
});

test('the files of this repository are among them, and what is exported is what came', () => {
  expect(files.length).toBeGreaterThan(5);
  const { text } = files.find(({ name }) => name === 'aic-1.0.json') ?? expect.fail('no file');
  const realm = imported(text);
  expect(equalExports(parseJsonStrict(text), parseJsonStrict(JSON.stringify(exported(realm, 'aic'))))).toEqual([]);
});
