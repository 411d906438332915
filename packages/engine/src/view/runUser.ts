/** An event as far as it tells whom its run is about. */
interface TellingEvent {
  run?: string | undefined;
  patch?: readonly (readonly [path: readonly string[], value?: unknown])[] | undefined;
}

/** Whom a run is about, where an event says so: the user name in its main session's state, or the subject of its transaction. */
export function runUserIn({ run, patch }: TellingEvent): string | undefined {
  for (const [path, value] of patch ?? []) {
    const [root, id, scope, key] = path;
    if (root === 'sessions' && id === run && scope === 'shared' && key === 'username' && typeof value === 'string') return value;
    if (path.length !== 2 || typeof value !== 'object' || value === null) continue;
    if (root === 'sessions' && id === run && 'shared' in value) {
      const { username } = value.shared as { username?: unknown };
      if (typeof username === 'string') return username;
    }
    if (root === 'transactions' && 'subject' in value) return (value.subject as { name: string } | null)?.name;
  }
  return undefined;
}
