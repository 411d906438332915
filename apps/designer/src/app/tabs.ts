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

/** Milliseconds for which the page before may still be going away. */
const GOING = 1500;
let beforeIsGone: Promise<unknown> | null = null;

/**
 * The other tabs that are open now. The page that this one follows holds its lock for a while after this one runs: it is waited for, or it would
 * count as open and its unsaved work as somebody else's. In a duplicated tab it is open indeed, and that is known after the wait.
 */
export async function otherTabs(): Promise<ReadonlySet<string>> {
  const first = await openTabs();
  if (tabBefore === null || !first.has(tabBefore)) return first;
  beforeIsGone ??= locks?.request(LOCK + tabBefore, { signal: AbortSignal.timeout(GOING) }, () => undefined).catch(() => undefined) ?? null;
  await beforeIsGone;
  return openTabs();
}

async function openTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks?.query().catch(() => undefined)) ?? {};
  const names = held.flatMap(({ name }) => (name?.startsWith(LOCK) ? [name.slice(LOCK.length)] : []));
  return new Set(names.filter((name) => name !== thisTab));
}

export const knowsTabs = locks !== undefined;
