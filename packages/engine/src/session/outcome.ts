import { FAILURE_NODE_ID, SUCCESS_NODE_ID } from '@tandem/journey';
import { ASSUMED } from '../assumptions.ts';
import type { Draft } from '../draft.ts';
import { journeyOf, type OpenEvent } from '../event.ts';
import type { Model } from '../model.ts';
import { own } from '../own.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { Session } from '../state.ts';
import { enter } from './enter.ts';
import { fail } from './fail.ts';

/**
 * Follows an outcome of the node that the session stands at. An outcome that leads nowhere ends the whole journey as a failure, from inside an inner one
 * too (assumption).
 *
 * @param event of the visit, begun; it says why
 */
export function takeOutcome(model: Model, draft: Draft, session: Session, node: ResolvedNode, outcome: string, event: OpenEvent): void {
  const journey = journeyOf(session);
  const entry = own(model.tree(journey)?.nodes ?? {}, node.id);
  const target = own(entry?.connections ?? {}, outcome);
  draft.set(['sessions', session.id, 'outcomes', node.id], outcome);
  const name = nameOf(node, outcome);
  if (target !== undefined) enter(model, draft, session, target);
  event.outcome = outcome;
  event.outcomeName = name;
  const end = target === SUCCESS_NODE_ID ? 'Success' : target === FAILURE_NODE_ID ? 'Failure' : undefined;
  event.message = `${node.displayName} chose ${name}${end === undefined ? '' : `, which leads to ${end}`}`;
  draft.emit(event);
  if (target === undefined) {
    const log = `Outcome "${name}" of node "${node.displayName}" (${node.id}) in journey "${journey}" is not connected: the journey ends as a failure.`;
    fail(draft, session, { message: 'Login failure', log, node, assumptions: [ASSUMED.unconnected] });
  }
}

function nameOf({ outcomes }: ResolvedNode, id: string): string {
  for (const outcome of outcomes) if (outcome.id === id) return outcome.displayName;
  return id;
}
