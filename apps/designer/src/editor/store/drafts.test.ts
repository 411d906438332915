import { beforeEach, describe, expect, test } from 'vitest';
import { thisTab } from '../../app/tabs.ts';
import { loopDocument } from '../../testing/documents.ts';
import { dropDraft, hasDraftElsewhere, isDraftKey, readDraft, writeDraft } from './drafts.ts';

const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
const text = (description: string, at: number) => {
  const { tree, ...rest } = loopDocument();
  return JSON.stringify({ baseVersion: 3, ...rest, tree: { ...tree, description }, base: null, at });
};
const keep = (tab: string | null, description: string, at = 1) =>
  localStorage.setItem(`tandem.draft.alpha/Loop${tab === null ? '' : `@${tab}`}`, text(description, at));
const found = (...others: string[]) => readDraft('alpha', 'Loop', new Set(others))?.document.tree.description;
beforeEach(() => localStorage.clear());

describe('unsaved work of several tabs', () => {
  test('that of a tab that is open stays its own', () => {
    keep(first, 'theirs');
    expect([found(first), hasDraftElsewhere('alpha', 'Loop', new Set([first]))]).toEqual([undefined, true]);
    const document = loopDocument();
    writeDraft('alpha', 'Loop', { baseVersion: 3, document, base: document });
    dropDraft('alpha', 'Loop');
    expect(localStorage.length).toBe(1);
  });

  test('that of a tab that was closed or has crashed is taken, once', () => {
    keep(first, 'left');
    expect([found(second), localStorage.length]).toEqual(['left', 1]);
    expect(localStorage.key(0)).toContain(thisTab);
    expect(hasDraftElsewhere('alpha', 'Loop', new Set([first]))).toBe(false);
  });

  test('of several the newest comes first, and none is lost', () => {
    keep(first, 'older', 5);
    keep(second, 'newer', 9);
    keep(null, 'of an earlier release', 0);
    expect(found()).toBe('newer');
    dropDraft('alpha', 'Loop');
    expect(found()).toBe('older');
    dropDraft('alpha', 'Loop');
    expect(found()).toBe('of an earlier release');
  });

  test('of another journey with a similar name is another', () => {
    keep(first, 'mine');
    expect([readDraft('alpha', 'Loo'), isDraftKey(`tandem.draft.alpha/Loop@${first}`, 'alpha', 'Loo')]).toEqual([null, false]);
  });
});
