import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import type { LintContext } from './context.ts';

const ENDS: Readonly<Record<string, string>> = { [SUCCESS_NODE_ID]: 'Success', [FAILURE_NODE_ID]: 'Failure' };

/** Names of nodes and ends, for a path that people read: "Page › Status › Wait". */
export function namesOf({ graph }: Pick<LintContext, 'graph'>, ids: readonly string[]): string[] {
  return ids.map((id) => ENDS[id] ?? graph.nodes.get(id)?.name ?? id);
}
