import { beforeEach, expect, test, vi } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
// What a page loads is prepared here: the first time takes longer than a test may on a busy machine.
import './store/commands.ts';
import './store/stores.ts';

/** The page as it is loaded: modules remember nothing of the one before. */
async function loaded() {
  vi.resetModules();
  const { hasLeftText, leaveText, leftText } = await import('./leftText.ts');
  const { closeStore, storeFor } = await import('./store/stores.ts');
  const { configCommand } = await import('./store/commands.ts');
  const store = storeFor('alpha', { id: 'Loop', version: 4, ...loopDocument() });
  return { store, hasLeftText, leaveText, leftText, closeStore, configCommand };
}
const kept = () => Object.keys(sessionStorage).filter((name) => name.includes('Loop'));
beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

test('text that is no value is there again after a reload', async () => {
  const before = await loaded();
  before.leaveText(before.store, 'wait/message', { text: '{"en":', written: '{}' });
  const after = await loaded();
  expect(after.leftText(after.store, 'wait/message', '{}')).toBe('{"en":');
  expect(after.hasLeftText(after.store)).toBe(true);
});

test('what is stored is another value by now: the text is of no use, and nothing to ask about', async () => {
  const { store, leaveText, leftText, hasLeftText, configCommand } = await loaded();
  leaveText(store, 'wait/message', { text: '{"en":', written: '{}' });
  store.run(configCommand([], store.getState().document, 'wait', { message: { en: 'Hi' } }, 'Message'));
  expect(leftText(store, 'wait/message', JSON.stringify({ en: 'Hi' }, null, 2))).toBeNull();
  expect(hasLeftText(store)).toBe(false);
});

test('a node that is gone takes its text with it', async () => {
  const { store, leaveText, hasLeftText } = await loaded();
  leaveText(store, 'nowhere/message', { text: '{', written: '{}' });
  expect(hasLeftText(store)).toBe(false);
});

test('put right, it is kept no more', async () => {
  const before = await loaded();
  before.leaveText(before.store, 'wait', { text: '{', written: '{}' });
  before.leaveText(before.store, 'wait', null);
  const after = await loaded();
  expect(after.leftText(after.store, 'wait', '{}')).toBeNull();
  expect(kept()).toEqual([]);
});

test('a journey that is gone leaves nothing behind', async () => {
  const { store, leaveText, closeStore } = await loaded();
  leaveText(store, 'wait', { text: '{', written: '{}' });
  closeStore('alpha', 'Loop');
  expect(kept()).toEqual([]);
});
