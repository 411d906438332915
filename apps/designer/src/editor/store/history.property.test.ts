import { deepEqual, type JourneyDocument } from '@tandem/journey';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Choice, choice, EDITS, edit, generatedJourney, redoAll, undoAll } from '../../testing/edits.ts';
import type { Draft } from './drafts.ts';
import { createEditorStore, documentOf, type EditorStore } from './editorStore.ts';
import { historyText, parseHistory } from './keptHistory.ts';

const STEPS = 200;

const open = (document: JourneyDocument) => createEditorStore('alpha', { id: 'Loop', version: 3, ...document }, null);

/** What a reload does: the work and its history go through text, the server's side is read again. */
function reload(store: EditorStore): EditorStore {
  const { document, saved, baseVersion, latest, history } = JSON.parse(JSON.stringify(store.getState())) as ReturnType<EditorStore['getState']>;
  expect(history).toBeDefined();
  const draft: Draft = { baseVersion, document, base: saved };
  const isClean = store.getState().document === store.getState().saved;
  return createEditorStore(
    'alpha',
    { ...latest, ...documentOf(latest) },
    isClean ? null : draft,
    parseHistory(historyText(store.getState(), Infinity)),
  );
}

const text = (store: EditorStore) => JSON.stringify(store.getState().document);

const property = (check: (document: JourneyDocument, choices: Choice[], middle: number) => void) =>
  fc.assert(fc.property(generatedJourney, fc.array(choice, { minLength: STEPS, maxLength: STEPS }), fc.nat(STEPS), check), { numRuns: 12 });

test(`${STEPS} mixed commands undone give back the exact document, redone the exact result`, () => {
  property((document, choices) => {
    const store = open(document);
    const before = text(store);
    edit(store, choices);
    const after = store.getState().document;
    const afterText = text(store);
    undoAll(store);
    expect(deepEqual(store.getState().document, document)).toBe(true);
    expect(text(store)).toBe(before);
    redoAll(store);
    expect(deepEqual(store.getState().document, after)).toBe(true);
    expect(text(store)).toBe(afterText);
  });
});

test('and so they do through a reload in the middle, with some of them undone', () => {
  property((document, choices, middle) => {
    const first = open(document);
    const before = text(first);
    edit(first, choices.slice(0, middle));
    const whole = text(first);
    for (let back = 0; back < middle / 3; back++) first.undo();
    const part = text(first);

    const again = reload(first);
    expect(text(again)).toBe(part);
    redoAll(again);
    expect(text(again)).toBe(whole);
    edit(again, choices.slice(middle));
    const after = text(again);
    undoAll(again);
    expect(text(again)).toBe(before);
    // The saved document itself: nothing is left to save.
    expect(again.getState().document).toBe(again.getState().saved);
    redoAll(again);
    expect(text(again)).toBe(after);
  });
});

test('each kind of edit changes something among so many', () => {
  const [document] = fc.sample(generatedJourney, { numRuns: 1, seed: 4 });
  const runs = fc.sample(fc.array(choice, { minLength: STEPS, maxLength: STEPS }), { numRuns: 12, seed: 4 });
  if (!document) return expect.fail('no journey');
  const done = new Set(runs.flatMap((choices) => edit(open(document), choices)));
  expect(Object.keys(EDITS).filter((name) => !done.has(name))).toEqual([]);
});

/** The designer's own source, tests aside. */
const SOURCES = import.meta.glob<string>('../../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const sources = Object.entries(SOURCES).filter(([path]) => !/\.test\.tsx?$|\/testing\//.test(path));

test('every function that makes a command is among the edits, so that none goes without this test', () => {
  // The registry runs what a person chose: that is no change of a document itself.
  const makers = sources.filter(([path]) => !path.endsWith('/commands/registry.ts'));
  const made = makers.flatMap(([, source]) => [...source.matchAll(/export (?:function|const) (\w+Command)\b/g)].map(([, name = '']) => name));
  expect(made.toSorted()).toEqual(
    Object.keys(EDITS)
      .filter((name) => name !== 'whole')
      .toSorted(),
  );
});

test('a command without such a function brings a whole document, and these are all', () => {
  const inline = sources.flatMap(([, source]) => [...source.matchAll(/\brun\(\{\s*name: [`']([^`'$]+)/g)].map(([, name = '']) => name.trim()));
  expect(inline.toSorted()).toEqual(['Discard unsaved changes', 'Merge with what somebody else saved', 'Revert to', 'Take what somebody else saved']);
});
