import { latencyNames, type Model } from '@tandem/engine';
import { badRequest } from '../http/problem.ts';

/** @throws ProblemError 400 for a name that no node of the realm has */
export function checkLatency(model: Model, latency: Record<string, number>): void {
  const names = Object.keys(latency);
  if (names.length === 0) return;
  const known = latencyNames(model);
  const unknown = names.find((name) => !known.has(name.toLowerCase()));
  if (unknown === undefined) return;
  throw badRequest({
    field: `latency.${unknown}`,
    message: `No node of the realm has the id, display name or type "${unknown}".`,
    expected: 'A node id, a display name, a node type such as DataStoreDecisionNode, Success or Failure.',
  });
}
