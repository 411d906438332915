import { diffJourneys } from '@tandem/journey';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { settingCommand } from './commands.ts';
import { readDraft, writeDraft } from './drafts.ts';
import { createEditorStore, isDirty } from './editorStore.ts';
import { save } from './save.ts';

const answer = { id: 'Loop', version: 4, ...loopDocument() };
const reply = (status: number, body: unknown) => vi.fn(async (..._: unknown[]) => new Response(JSON.stringify(body), { status }));
const bodySent = (fetched: ReturnType<typeof reply>) =>
  JSON.parse(String((fetched.mock.calls[0]?.[1] as RequestInit | undefined)?.body)) as { baseVersion: number };

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

function edited() {
  const store = createEditorStore('alpha', answer, null);
  store.run(settingCommand('description', 'mine', 'description'));
  return store;
}

describe('saving a journey', () => {
  test('sends the version it was read at and is clean afterwards, also after undo and redo', async () => {
    const fetched = reply(200, { id: 'Loop', version: 5, modifiedAt: '2026-01-01T00:00:00Z' });
    vi.stubGlobal('fetch', fetched);
    const store = edited();
    expect(await save(store)).toBe(true);
    expect(bodySent(fetched).baseVersion).toBe(4);
    expect(isDirty(store.getState())).toBe(false);
    store.undo();
    expect(isDirty(store.getState())).toBe(true);
    store.redo();
    expect(isDirty(store.getState())).toBe(false);
  });

  test('a conflict keeps the work and holds the other side; saving over it uses their version', async () => {
    const theirs = { ...answer, version: 6 };
    vi.stubGlobal('fetch', reply(409, { title: 'Conflict', status: 409, current: theirs }));
    const store = edited();
    expect(await save(store)).toBe(false);
    expect(store.getState().conflict?.current?.version).toBe(6);
    expect(store.getState().document.tree.description).toBe('mine');
    const fetched = reply(200, { id: 'Loop', version: 7, modifiedAt: '2026-01-01T00:00:00Z' });
    vi.stubGlobal('fetch', fetched);
    await save(store, 6);
    expect(bodySent(fetched).baseVersion).toBe(6);
    expect(store.getState().conflict).toBeNull();
  });

  test('taking their side is a step that can be undone: nothing is lost', async () => {
    const theirs = { ...answer, version: 6, tree: { ...answer.tree, noSession: true } };
    vi.stubGlobal('fetch', reply(409, { title: 'Conflict', status: 409, current: theirs }));
    const store = edited();
    await save(store);
    store.takeOver(theirs);
    expect(store.getState()).toMatchObject({ conflict: null, baseVersion: 6, document: { tree: { noSession: true } } });
    expect(isDirty(store.getState())).toBe(false);
    expect(store.undo()).toBe('Take what somebody else saved');
    expect(store.getState().document.tree.description).toBe('mine');
    expect(isDirty(store.getState())).toBe(true);
  });

  test('ends the step of what is being typed, so that undo comes by what was saved', async () => {
    vi.stubGlobal('fetch', reply(200, { id: 'Loop', version: 5, modifiedAt: '2026-01-01T00:00:00Z' }));
    const store = edited();
    await save(store);
    store.run(settingCommand('description', 'mine too', 'description'));
    store.undo();
    expect(store.getState().document.tree.description).toBe('mine');
    expect(isDirty(store.getState())).toBe(false);
  });

  test('a refusal stays beside the work with what the server named', async () => {
    vi.stubGlobal('fetch', reply(400, { title: 'Refused', status: 400, errors: [{ node: 'init', field: 'timeout', message: 'Too small.' }] }));
    const store = edited();
    expect(await save(store)).toBe(false);
    expect(store.getState().saveError).toMatchObject({ status: 400, errors: [{ field: 'timeout' }] });
    expect(isDirty(store.getState())).toBe(true);
  });

  test('a draft comes back as it was, with the version it was based on; a broken one is none', () => {
    const store = edited();
    expect(writeDraft('alpha', 'Loop', { ...store.getState(), base: store.getState().saved })).toBe(true);
    const again = createEditorStore('alpha', { ...answer, version: 9 }, readDraft('alpha', 'Loop'));
    expect(again.getState()).toMatchObject({ baseVersion: 4, restored: true });
    expect(again.getState().document.tree.description).toBe('mine');
    localStorage.clear();
    localStorage.setItem('tandem.draft.alpha/Loop', '{"baseVersion":');
    expect(readDraft('alpha', 'Loop')).toBeNull();
  });

  describe('a draft that came back after somebody else saved', () => {
    const theirs = { ...answer, version: 9, tree: { ...answer.tree, noSession: true } };
    function restored() {
      const store = edited();
      writeDraft('alpha', 'Loop', { ...store.getState(), base: store.getState().saved });
      return createEditorStore('alpha', theirs, readDraft('alpha', 'Loop'));
    }

    test('is compared with what it was based on, so that each side shows its own changes', () => {
      const { saved, document } = restored().getState();
      expect(diffJourneys(saved, document).settings).toEqual([{ path: ['description'], after: 'mine' }]);
      expect(diffJourneys(saved, theirs).settings).toEqual([{ path: ['noSession'], after: true }]);
    });

    test('is kept by who goes on working: nothing asks any more', () => {
      const store = restored();
      store.run({ name: 'Nothing', apply: (document) => document });
      expect(store.getState().restored).toBe(true);
      store.run({ name: 'Describe', apply: (document) => ({ ...document, tree: { ...document.tree, description: 'more' } }) });
      expect(store.getState().restored).toBe(false);
    });

    test('is discarded for their version, and what is saved next conflicts with nobody', async () => {
      const store = restored();
      store.discard();
      expect(store.getState()).toMatchObject({ baseVersion: 9, restored: false, document: { tree: { noSession: true } } });
      expect(isDirty(store.getState())).toBe(false);
      store.undo();
      expect(store.getState().document.tree.description).toBe('mine');
      store.redo();
      const fetched = reply(200, { id: 'Loop', version: 10, modifiedAt: '2026-01-01T00:00:00Z' });
      vi.stubGlobal('fetch', fetched);
      store.run(settingCommand('description', 'again', 'description'));
      await save(store);
      expect(bodySent(fetched).baseVersion).toBe(9);
    });

    test('while nobody else saved, discarding can be undone', () => {
      const store = edited();
      store.discard();
      expect(isDirty(store.getState())).toBe(false);
      expect(store.undo()).toBe('Discard unsaved changes');
      expect(store.getState().document.tree.description).toBe('mine');
    });

    test('keeps the work when the browser has no room for both', () => {
      const store = edited();
      const browser = localStorage;
      const small = (name: string, text: string) => {
        if (text.includes('"base":{')) throw new DOMException('full', 'QuotaExceededError');
        browser.setItem(name, text);
      };
      vi.stubGlobal('localStorage', { setItem: small });
      expect(writeDraft('alpha', 'Loop', { ...store.getState(), base: store.getState().saved })).toBe(true);
      vi.unstubAllGlobals();
      expect(readDraft('alpha', 'Loop')).toMatchObject({ baseVersion: 4, base: null, document: { tree: { description: 'mine' } } });
    });
  });
});
