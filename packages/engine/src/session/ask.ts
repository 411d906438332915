import type { Action } from '@tandem/nodes';
import type { ResolvedNode } from '../resolvedNode.ts';
import type { SentCallback, Session } from '../state.ts';
import { AUTH_ID_SECONDS, deadline, moment } from '../time.ts';
import type { OwnedCallback } from '../visit/page.ts';
import { type VisitRun, visitEvent } from '../visit/run.ts';
import { keepConfig } from './inner.ts';
import { keepTransient } from './transient.ts';

/** Sends callbacks: the session waits for its client under a new one-time key. */
export function ask(run: VisitRun, node: ResolvedNode, action: Extract<Action, { kind: 'send' }>): void {
  const { draft, session, random } = run;
  const { lost, promoted } = keepTransient(run, node);
  keepConfig(draft, session);
  const callbacks: SentCallback[] = action.callbacks.map(({ type, output, input, node: owner }: OwnedCallback) => ({
    type,
    output,
    input,
    node: owner ?? node.id,
  }));
  const wait = callbacks.find((callback) => callback.type === 'PollingWaitCallback')?.output.find((output) => output.name === 'waitTime')?.value;
  draft.set(['sessions', session.id, 'otk'], random.hex(16));
  const status = {
    kind: 'callbacks',
    callbacks,
    stage: action.stage ?? null,
    header: action.header ?? null,
    description: action.description ?? null,
    // Polling Wait is done strictly after its time: whoever comes back at that very moment is a millisecond early.
    poll: wait === undefined ? null : { due: deadline(draft.state.now, Number(wait)) + 1 },
  } as Extract<Session['status'], { kind: 'callbacks' }>;
  if (action.expiresAt !== undefined) status.expires = moment(action.expiresAt);
  const authIdUntil = endOfAuthId(draft.state.now, session.expiresAt);
  if (authIdUntil !== undefined) status.authIdUntil = authIdUntil;
  status.suspended = null;
  draft.set(['sessions', session.id, 'status'], status);
  const types = callbacks.map((callback) => callback.type);
  const event = visitEvent('callbacks', run, node);
  event.callbacks = types;
  if (lost.length > 0) event.lost = lost;
  if (promoted.length > 0) event.promoted = promoted;
  event.message = `${node.displayName} asks the client: ${types.join(', ') || 'nothing'}`;
  draft.emit(event);
}

/** Longer journeys than an authId's life lose their client when it takes that long over one step. It is good to the end of its last second. */
function endOfAuthId(now: number, journeyEnds: number): number | undefined {
  const end = deadline(Math.floor(now / 1000) * 1000, AUTH_ID_SECONDS * 1000) + 1;
  // Within the same second both are one end.
  return end + 1000 < journeyEnds ? end : undefined;
}
