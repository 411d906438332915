import { afterEach, describe, expect, test, vi } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { removeCommand, settingCommand } from './commands.ts';
import { writeDraft } from './drafts.ts';
import { createEditorStore, isDirty } from './editorStore.ts';
import { historyText, parseHistory, readHistory, writeHistory } from './keptHistory.ts';

const answer = { id: 'Loop', version: 4, ...loopDocument() };
afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

function described(...texts: string[]) {
  const store = createEditorStore('alpha', answer, null);
  for (const text of texts) {
    store.run(settingCommand('description', text, 'description'));
    store.endGroup();
  }
  return store;
}
const namesOf = (text: string) => parseHistory(text)?.steps.map(([name]) => name);

test('a step is kept as what it changed, not as whole documents', () => {
  const store = createEditorStore('alpha', answer, null);
  store.run(settingCommand('description', 'short', 'description'));
  expect(historyText(store.getState()).length).toBeLessThan(200);
});

test('a journey that was saved and closed opens with its history, and undo makes it unsaved', () => {
  const store = described('a', 'b');
  store.accepted(store.getState().document, 5);
  const saved = { ...JSON.parse(JSON.stringify(store.getState().document)), id: 'Loop', version: 5 };
  writeHistory('alpha', 'Loop', store.getState());
  const again = createEditorStore('alpha', saved, null, readHistory('alpha', 'Loop'));
  expect(isDirty(again.getState())).toBe(false);
  expect(again.undo()).toBe('Change description');
  expect(again.getState().document.tree.description).toBe('a');
  again.redo();
  expect(isDirty(again.getState())).toBe(false);
});

describe('a history that does not lead to the document', () => {
  const kept = () => parseHistory(historyText(described('a', 'b').getState()));
  test('because somebody else saved goes, the document stays', () => {
    expect(createEditorStore('alpha', { ...answer, version: 9 }, null, kept()).getState().history.past).toEqual([]);
  });
  test('because it was changed elsewhere goes, the document stays', () => {
    const document = removeCommand([], answer, ['wait']).apply(loopDocument());
    const store = createEditorStore('alpha', answer, { baseVersion: 4, document, base: null }, kept());
    expect(store.getState()).toMatchObject({ document, history: { past: [], future: [] } });
  });
  test.each(['{"steps":', '[]', '{"version":1,"position":3,"saved":0,"steps":[]}', '{"version":1,"position":0,"saved":0,"steps":[["a"]]}'])(
    'because it is broken is none: %s',
    (text) => expect(parseHistory(text)).toBeNull(),
  );
});

describe('where there is no room', () => {
  test('the oldest steps go first, and what is kept still undoes', () => {
    const store = described('first', 'second', 'third');
    const { length } = historyText(store.getState());
    const text = historyText(store.getState(), length - 120);
    expect(namesOf(text)).toHaveLength(2);
    const again = createEditorStore('alpha', answer, { baseVersion: 4, document: store.getState().document, base: null }, parseHistory(text));
    again.undo();
    again.undo();
    expect(again.getState().document.tree.description).toBe('first');
    expect(again.undo()).toBeNull();
  });
  test('the work is kept and every history makes room for it', () => {
    const store = described('mine');
    writeHistory('alpha', 'Other', store.getState());
    const browser = localStorage;
    const full = {
      get length() {
        return browser.length;
      },
      key: (index: number) => browser.key(index),
      removeItem: (name: string) => browser.removeItem(name),
      setItem(name: string, text: string) {
        if (browser.getItem('tandem.history.alpha/Other') !== null) throw new DOMException('full', 'QuotaExceededError');
        browser.setItem(name, text);
      },
    };
    vi.stubGlobal('localStorage', full);
    expect(writeDraft('alpha', 'Loop', { ...store.getState(), base: store.getState().saved })).toBe(true);
    expect(browser.getItem('tandem.history.alpha/Other')).toBeNull();
  });
});

test('several steps back and forward at once', () => {
  const store = described('a', 'b', 'c');
  store.jump(1);
  expect(store.getState().document.tree.description).toBe('a');
  expect(store.getState().history.future.map(({ name }) => name)).toHaveLength(2);
  store.jump(0);
  expect(isDirty(store.getState())).toBe(false);
  store.jump(3);
  expect(store.getState().document.tree.description).toBe('c');
  store.jump(9);
  expect(store.getState().document.tree.description).toBe('c');
});
