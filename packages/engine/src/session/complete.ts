import type { Draft } from '../draft.ts';
import type { Model } from '../model.ts';
import type { Session } from '../state.ts';
import { nodeContext } from '../visit/context.ts';
import { visitRun } from '../visit/newRun.ts';
import { logLine } from '../visit/run.ts';

/**
 * Lets the nodes of a journey that succeeded finish, visited or not (AM's LifecycleNode): Retry Limit forgets what the user failed before. What goes
 * wrong there is logged; the success stands.
 */
export function completeNodes(model: Model, draft: Draft, session: Session, random: string): void {
  for (const { node, complete } of model.completing(session.journey)) {
    const run = visitRun(model, draft, session, { began: draft.state.now, random, answers: null, results: {}, resumed: false });
    try {
      complete(nodeContext(run, node));
    } catch (error) {
      logLine(run, node, 'error', error instanceof Error ? error.message : String(error));
    }
  }
}
