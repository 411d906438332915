const PLACE = 'tandem.recent-commands';
const KEPT = 8;

/** Ids of what was last chosen in the command palette, newest first. */
export function recentIds(): string[] {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(PLACE) ?? '[]');
    return Array.isArray(parsed) ? parsed.filter((id) => typeof id === 'string').slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function rememberRecent(id: string): void {
  try {
    localStorage.setItem(PLACE, JSON.stringify([id, ...recentIds().filter((other) => other !== id)].slice(0, KEPT)));
  } catch {
    // Without storage the palette starts in its usual order.
  }
}
