import type { SimulationQuery } from '@tandem/api';
import { badRequest } from '../http/problem.ts';
import type { StoredSimulation } from '../storage/run-store.ts';
import { isSpared, titleIn } from './title.ts';

/** Simulations that fit a query, in the order given. @throws ProblemError 400 for a time that is none */
export function matching(all: readonly StoredSimulation[], query: SimulationQuery): readonly StoredSimulation[] {
  const [from, to] = [timeOf(query.from, 'from'), timeOf(query.to, 'to')];
  return all.filter((stored) => {
    const title = titleIn(stored.body);
    const { name, journey, user, outcome } = title;
    const created = Date.parse(stored.createdAt);
    return (
      has(name, query.name) &&
      has(journey, query.journey) &&
      has(user, query.user) &&
      (query.outcome === undefined || outcome === query.outcome) &&
      (query.kept === undefined || isSpared(title) === (query.kept === 'true')) &&
      (from === undefined || created >= from) &&
      (to === undefined || created < to) &&
      (query.search === undefined ||
        [name, journey, user].some((text) => has(text, query.search)) ||
        stored.id.startsWith(query.search.toLowerCase()))
    );
  });
}

function has(text: string | undefined, part: string | undefined): boolean {
  return part === undefined || (text?.toLowerCase().includes(part.toLowerCase()) ?? false);
}

function timeOf(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time))
    throw badRequest({ field: `?${name}`, message: `"${text}" is no time.`, expected: 'An ISO 8601 time such as 2026-11-01T10:00:00Z' });
  return time;
}
