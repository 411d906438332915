import type { Session, Transaction } from '@tandem/engine/view';
import type { Run } from '../derive/runs.ts';

export interface Outcome {
  label: string;
  text: string;
  tone: 'success' | 'failure' | 'waiting' | 'neutral';
}

/** How a run ended, journey by journey, and what became of its transaction. */
export function outcomesOf(run: Run | null): Outcome[] {
  if (!run) return [{ label: 'Run', text: 'nothing has run', tone: 'neutral' }];
  const transaction = run.transactions.at(-1);
  const backchannel = run.backchannels.at(-1);
  return [
    { label: 'Main journey', ...sessionOutcome(run.main) },
    ...(transaction ? [{ label: 'Transaction', ...transactionOutcome(transaction) }] : []),
    ...(backchannel ? [{ label: 'Backchannel journey', ...sessionOutcome(backchannel) }] : []),
  ];
}

/** How a session stands. */
export function sessionOutcome(session: Session | null): Pick<Outcome, 'text' | 'tone'> {
  if (!session) return { text: 'not started', tone: 'neutral' };
  const { status } = session;
  if (status.kind !== 'ended') return { text: status.kind === 'callbacks' ? 'waits for its client' : 'under way', tone: 'waiting' };
  return status.result === 'success'
    ? { text: 'succeeded', tone: 'success' }
    : { text: `failed${status.message ? `: ${status.message}` : ''}`, tone: 'failure' };
}

function transactionOutcome({ state, result, expired }: Transaction): Pick<Outcome, 'text' | 'tone'> {
  if (result === 'APPROVED') return { text: `approved${expired ? ', Max Time over since' : ''}`, tone: 'success' };
  if (result === 'DENIED') return { text: 'denied', tone: 'failure' };
  if (expired) return { text: 'not answered within Max Time', tone: 'failure' };
  return { text: state === 'CREATED' ? 'not opened yet' : 'open', tone: 'waiting' };
}
