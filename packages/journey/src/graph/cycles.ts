import { own } from '../json/own.ts';
import { INNER_JOURNEY_TYPE, type NodeKnowledge } from '../knowledge.ts';
import type { Realm } from '../model.ts';
import { configOf } from './config.ts';
import { nodesOf } from './nodes.ts';

/** One step of a cycle: this node of this journey runs the next journey. */
export interface CycleStep {
  journey: string;
  node: string;
}

/**
 * Cycles of inner journeys: journeys that would evaluate themselves without end. Each starts at its alphabetically first journey. Of cycles that
 * share journeys at least one is found. Backchannel Initialize only names a journey for later, so it forms no cycle.
 */
export function findInnerJourneyCycles(realm: Realm, knowledge: NodeKnowledge): CycleStep[][] {
  const cycles: CycleStep[][] = [];
  const done = new Set<string>();
  for (const start of Object.keys(realm.journeys).sort()) {
    if (!done.has(start)) walk(realm, start, knowledge, done, cycles);
  }
  return cycles;
}

/** Depth first with a path of its own: inner journeys may be nested deeper than the call stack. A journey is expanded once. */
function walk(realm: Realm, start: string, knowledge: NodeKnowledge, done: Set<string>, cycles: CycleStep[][]): void {
  const path: { journey: string; node: string; open: { node: string; to: string }[] }[] = [];
  /** Where on the path each of its journeys stands. */
  const places = new Map<string, number>();
  const enter = (journey: string): void => {
    done.add(journey);
    places.set(journey, path.length);
    path.push({ journey, node: '', open: innerJourneys(realm, journey, knowledge).reverse() });
  };
  enter(start);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const next = top.open.pop();
    if (next === undefined) {
      path.pop();
      places.delete(top.journey);
      continue;
    }
    top.node = next.node;
    const at = places.get(next.to);
    if (at !== undefined) cycles.push(fromFirst(path.slice(at).map(({ journey, node }) => ({ journey, node }))));
    else if (!done.has(next.to)) enter(next.to);
  }
}

function innerJourneys(realm: Realm, name: string, knowledge: NodeKnowledge): { node: string; to: string }[] {
  const journey = own(realm.journeys, name);
  if (journey === undefined) return [];
  return nodesOf(realm, journey.tree).flatMap(({ id, type, resource }) => {
    if (type !== INNER_JOURNEY_TYPE || resource === undefined) return [];
    return knowledge
      .references(type, configOf(resource))
      .journeys.filter((to) => own(realm.journeys, to) !== undefined)
      .map((to) => ({ node: id, to }));
  });
}

function fromFirst(cycle: CycleStep[]): CycleStep[] {
  const first = cycle.reduce((best, step, index) => (step.journey < (cycle[best] as CycleStep).journey ? index : best), 0);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
