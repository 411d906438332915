import type { JsonObject } from '@tandem/journey';
import { NodeProcessError } from '@tandem/nodes';
import { ASSUMED } from '../assumptions.ts';
import { sessionEvent } from '../event.ts';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { VisitRun } from '../visit/run.ts';
import { liveTransaction } from './read.ts';

/**
 * Adds data to the session's transaction; a later notification replaces keys of the same name at the top level (assumption, the merge rule is not
 * documented). The history keeps each notification as it was.
 *
 * @throws NodeProcessError when the transaction's time has passed
 */
export function notifyTransaction(run: VisitRun, node: ResolvedNode, data: JsonObject): void {
  const { draft, session } = run;
  const transaction = session.transaction === null ? undefined : liveTransaction(draft.state, session.transaction, session.role);
  if (!transaction) throw new NodeProcessError('Unable to read transaction.');
  const path = ['transactions', transaction.id];
  draft.set([...path, 'data'], { ...transaction.data, ...data });
  draft.set([...path, 'notifications'], [...transaction.notifications, { at: draft.state.now, data }]);
  run.assumptions.push(ASSUMED.merge);
  const event = sessionEvent(draft, 'notification', session);
  event.node = node.id;
  event.nodeName = node.displayName;
  event.data = data;
  // Names alone: values may be secret, which masks find in `data` and cannot find in a text.
  event.message = `Notification to the main journey: ${Object.keys(data).join(', ') || 'nothing'}`;
  draft.emit(event);
}
