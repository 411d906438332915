import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { loopDocument } from '../../testing/documents.ts';
import { settingCommand } from './commands.ts';
import { closeStore, storeFor } from './stores.ts';

const answer = { id: 'Loop', version: 4, ...loopDocument() };
const kept = () => Object.keys(localStorage).filter((name) => name.includes('Loop'));

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  closeStore('alpha', 'Loop');
  vi.useRealTimers();
});

describe('an open journey', () => {
  test('keeps what is typed in a pause, or when the page is left before', () => {
    const store = storeFor('alpha', answer);
    store.run(settingCommand('description', 'mine', 'description'));
    expect(kept()).toEqual([]);
    dispatchEvent(new Event('pagehide'));
    expect(kept()).toHaveLength(2);
  });

  test('that was not touched leaves alone what another tab keeps of it', () => {
    storeFor('alpha', answer);
    localStorage.setItem('tandem.history.alpha/Loop', 'theirs');
    dispatchEvent(new Event('pagehide'));
    expect(localStorage.getItem('tandem.history.alpha/Loop')).toBe('theirs');
  });

  test('that is gone is kept no more: a journey of the same name starts without its work', () => {
    const store = storeFor('alpha', answer);
    store.run(settingCommand('description', 'mine', 'description'));
    closeStore('alpha', 'Loop');
    vi.runAllTimers();
    dispatchEvent(new Event('pagehide'));
    store.run(settingCommand('description', 'still typing', 'description'));
    vi.runAllTimers();
    expect(kept()).toEqual([]);
    expect(storeFor('alpha', { ...answer, version: 9 }).getState()).toMatchObject({ restored: false, baseVersion: 9 });
  });
});
