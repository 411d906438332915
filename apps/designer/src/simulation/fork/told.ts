import type { CreatedFork } from '@tandem/api';

/** What a fork said when it was made, kept for this tab: its screen says it again after a reload. */
export type Told = Pick<CreatedFork, 'replayed' | 'dropped' | 'exact'>;

const keyOf = (id: string) => `tandem.fork.${id}`;

export function tell(id: string, { replayed, dropped, exact }: Told): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify({ replayed, dropped, exact }));
  } catch {
    // Without storage it is not said; the log of the fork shows it.
  }
}

export function toldOf(id: string): Told | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as Told | null;
    return kept && Array.isArray(kept.dropped) && typeof kept.replayed === 'number' ? kept : null;
  } catch {
    return null;
  }
}

export function forget(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {
    // Nothing was kept.
  }
}
