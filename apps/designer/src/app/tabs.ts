/** The tabs of this browser in which Tandem is open. Each holds a lock as long as it lives, so that a crash is told from work that goes on. */

const LOCK = 'tandem.tab.';
const KEPT = 'tandem.tab';

export const thisTab: string = crypto.randomUUID();
/** What this tab was before it was loaded again; a duplicated tab has that of its original. */
export const tabBefore: string | null = remember();

function remember(): string | null {
  try {
    const before = sessionStorage.getItem(KEPT);
    sessionStorage.setItem(KEPT, thisTab);
    return before;
  } catch {
    return null;
  }
}

// Browsers have locks on https and localhost only; elsewhere every other tab counts as closed.
const locks: LockManager | undefined = globalThis.navigator?.locks;
void locks?.request(LOCK + thisTab, () => new Promise(() => undefined))?.catch(() => undefined);

export const NO_TABS: ReadonlySet<string> = new Set();

/** The other tabs that are open now. */
export async function otherTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  const names = held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
  return new Set(names.filter((name) => name !== thisTab));
}

export const knowsTabs = locks !== undefined;
