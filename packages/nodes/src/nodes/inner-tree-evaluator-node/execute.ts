import type { Action, NodeContext } from '../../contract.ts';
import { flag, text } from '../../support/values.ts';

/** The engine runs the journey inside; its end becomes this node's outcome. */
export function execute(context: NodeContext): Action {
  const journey = text(context.config, 'tree');
  context.because('Shared state flows into the inner journey; of transient state only what its nodes read.', 'recorded');
  return { kind: 'enter', journey, errorOutcome: flag(context.config, 'displayErrorOutcome') };
}
