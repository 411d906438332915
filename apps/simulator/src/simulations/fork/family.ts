import type { StoredSimulation } from '../../storage/run-store.ts';
import { parentIn } from '../stored-body.ts';

/** A simulation's tree of forks, the oldest first. A parent that was deleted still holds its forks together. */
export function familyOf(all: readonly StoredSimulation[], of: StoredSimulation): StoredSimulation[] {
  const known = new Map([...all, of].map((stored) => [stored.id, stored]));
  const parentOf = (id: string): string | undefined => {
    const stored = known.get(id);
    return stored && parentIn(stored.body).parent?.id;
  };
  const rootOf = (id: string): string => {
    const seen = new Set<string>();
    let root = id;
    for (let above = parentOf(root); above !== undefined && !seen.has(above); above = parentOf(root)) {
      seen.add(above);
      root = above;
    }
    return root;
  };
  const root = rootOf(of.id);
  return [...known.values()].filter(({ id }) => rootOf(id) === root).sort((a, b) => a.createdAt.localeCompare(b.createdAt));
}
