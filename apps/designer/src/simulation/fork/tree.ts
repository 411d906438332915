import type { SimulationListEntry } from '@tandem/api';

export interface Branch {
  simulation: SimulationListEntry;
  children: readonly Branch[];
}

/**
 * Simulations as trees, by the parents that they name. One whose parent is gone stands at the top.
 *
 * @param simulations the oldest first; so are the children of each
 */
export function treesOf(simulations: readonly SimulationListEntry[]): Branch[] {
  const known = new Set(simulations.map(({ id }) => id));
  const below = new Map<string | null, SimulationListEntry[]>();
  for (const simulation of simulations) {
    const parent = simulation.parent && known.has(simulation.parent.id) ? simulation.parent.id : null;
    below.set(parent, [...(below.get(parent) ?? []), simulation]);
  }
  const of = (parent: string | null): Branch[] => (below.get(parent) ?? []).map((simulation) => ({ simulation, children: of(simulation.id) }));
  return of(null);
}
