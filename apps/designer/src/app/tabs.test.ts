import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const BEFORE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const LOCK = 'tandem.tab.';

/** Locks as a browser keeps them for all of its pages. */
class Locks {
  readonly held = new Set<string>();
  private readonly waiting: { name: string; grant(): void }[] = [];

  query = () => Promise.resolve({ held: [...this.held].map((name) => ({ name })) });

  request = (name: string, ...rest: unknown[]): Promise<unknown> => {
    const { signal } = (rest.length > 1 ? rest[0] : {}) as { signal?: AbortSignal };
    const use = rest.at(-1) as () => unknown;
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
      const grant = () => {
        this.held.add(name);
        void Promise.resolve(use()).then((value) => {
          this.held.delete(name);
          resolve(value);
        });
      };
      if (this.held.has(name)) this.waiting.push({ name, grant });
      else grant();
    });
  };

  release(name: string): void {
    this.held.delete(name);
    for (const { grant } of this.waiting.filter((waiting) => waiting.name === name)) grant();
  }
}

describe('the other tabs', () => {
  let locks: Locks;
  const otherTabs = async () => (await import('./tabs.ts')).otherTabs();

  beforeEach(() => {
    vi.resetModules();
    locks = new Locks();
    locks.held.add(LOCK + BEFORE).add(LOCK + OTHER);
    vi.stubGlobal('navigator', { locks });
    vi.stubGlobal('sessionStorage', { getItem: () => BEFORE, setItem: () => undefined });
  });
  afterEach(() => vi.unstubAllGlobals());

  test('the page that this one follows is none of them, though it is still going away', async () => {
    const found = otherTabs();
    setTimeout(() => locks.release(LOCK + BEFORE), 20);
    expect(await found).toEqual(new Set([OTHER]));
  });

  test('the original of a duplicated tab stays one of them', async () => {
    const abort = new AbortController();
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(abort.signal);
    const found = otherTabs();
    setTimeout(() => abort.abort(), 20);
    expect(await found).toEqual(new Set([BEFORE, OTHER]));
  });
});
