import type { Transaction } from '@tandem/engine/view';
import { remainingText } from '../../callbacks/index.ts';
import { useNow } from '../hooks.ts';

const URGENT_MS = 15_000;

/** "1:32 left of 2:00 · retry on", on the simulation's clock. */
export function Deadline({ transaction }: { transaction: Transaction }) {
  const left = transaction.expiresAt - useNow();
  const total = remainingText(transaction.expiresAt - transaction.createdAt);
  const retry = transaction.allowRetry ? 'retry on' : 'retry off';
  if (transaction.state === 'COMPLETED')
    return (
      <span className="dim">
        completed in time (of {total}) · {retry}
      </span>
    );
  if (transaction.expired || left <= 0)
    return (
      <span className="sim-urgent">
        passed after {total} · {retry}
      </span>
    );
  return (
    <span>
      <strong className={left < URGENT_MS ? 'sim-left sim-urgent' : 'sim-left'}>{remainingText(left)} left</strong> of {total} · {retry}
    </span>
  );
}
