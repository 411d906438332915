import { parseAnswer, type Target } from '../../callbacks/index.ts';
import { newestOf } from '../derive/runs.ts';
import { AGENT, type SimulationSession, USER } from '../session.ts';
import { readStep } from './requests.ts';

/** AM is done strictly after the end of a wait. */
const STRICTLY_AFTER_MS = 1;

/** Lets the players of this screen go on with the sessions that a fork took over: each asks for the step at which its own one waits. */
export async function takeOver({ id, live, agent, user }: SimulationSession): Promise<void> {
  for (const [name, player] of [
    [AGENT, agent],
    [USER, user],
  ] as const) {
    const { view } = live.getState();
    const session = view && newestOf(view.state, name);
    if (session?.status.kind !== 'callbacks' || session.status.suspended || player.store.getState().phase !== 'idle') continue;
    const { status, body } = await readStep(id, session.id);
    const step = parseAnswer(status, body);
    // Meanwhile somebody may have started it.
    if (step.kind !== 'step' || player.store.getState().phase !== 'idle') continue;
    const target: Target =
      session.transaction === null ? { type: 'service', value: session.journey } : { type: 'transaction', value: session.transaction };
    const { poll } = session.status;
    player.resume(target, step, poll ? poll.due + STRICTLY_AFTER_MS : null);
  }
}
