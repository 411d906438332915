import type { Action } from '@tandem/nodes';
import type { ResolvedNode } from '../model.ts';
import type { SentCallback } from '../state.ts';
import { deadline } from '../time.ts';
import type { OwnedCallback } from '../visit/page.ts';
import { sessionFields, type VisitRun, visitFields } from '../visit/run.ts';

/**
 * Sends callbacks: the session waits for its client under a new one-time key. Transient state does not survive the way to the client; what a later
 * node reads is kept in secure state (Ping docs: node state; AM 8.0.2 source).
 */
export function ask(run: VisitRun, node: ResolvedNode, action: Extract<Action, { kind: 'send' }>): void {
  const { draft, session, random } = run;
  const { lost, promoted } = leaveTransient(run, node);
  const callbacks: SentCallback[] = action.callbacks.map((callback: OwnedCallback) => ({ ...callback, node: callback.node ?? node.id }));
  const wait = callbacks.find((callback) => callback.type === 'PollingWaitCallback')?.output.find((output) => output.name === 'waitTime')?.value;
  draft.set(['sessions', session.id, 'otk'], random.hex(16));
  draft.set(['sessions', session.id, 'status'], {
    kind: 'callbacks',
    callbacks,
    stage: action.stage ?? null,
    header: action.header ?? null,
    description: action.description ?? null,
    // Polling Wait is done strictly after its time: whoever comes back at that very moment is a millisecond early.
    poll: wait === undefined ? null : { due: deadline(draft.state.now, Number(wait)) + 1 },
  });
  draft.emit({
    kind: 'callbacks',
    ...sessionFields(session),
    ...visitFields(run, node),
    callbacks: callbacks.map((callback) => callback.type),
    ...(lost.length ? { lost } : {}),
    ...(promoted.length ? { promoted } : {}),
    message: `${node.displayName} asks the client: ${callbacks.map((callback) => callback.type).join(', ') || 'nothing'}`,
  });
}

function leaveTransient(run: VisitRun, node: ResolvedNode): { lost: string[]; promoted: string[] } {
  const { draft, session, model } = run;
  const keys = Object.keys(session.transient);
  if (keys.length === 0) return { lost: [], promoted: [] };
  const read = model.keysReadFrom(session.journey, node.id);
  const lost: string[] = [];
  const promoted: string[] = [];
  for (const key of keys) {
    if (read.has('*') || read.has(key)) {
      draft.set(['sessions', session.id, 'secure', key], session.transient[key]);
      promoted.push(key);
    } else lost.push(key);
  }
  draft.set(['sessions', session.id, 'transient'], {});
  return { lost, promoted };
}
