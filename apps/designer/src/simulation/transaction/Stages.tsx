import type { Transaction } from '@tandem/engine/view';
import { Check, Circle, CircleX, Hourglass, LoaderCircle } from 'lucide-react';

type Mark = 'done' | 'now' | 'ahead' | 'refused' | 'gone';
const ICONS = { done: Check, now: LoaderCircle, ahead: Circle, refused: CircleX, gone: Hourglass };
const MEANING: Record<Mark, string> = { done: 'reached', now: 'now', ahead: 'not yet', refused: 'denied', gone: 'expired' };

/** Created, In progress, Completed with its result, as steps. */
export function stagesOf(transaction: Transaction | null): { name: string; mark: Mark }[] {
  const state = transaction?.state;
  const gone = transaction?.expired === true && state !== 'COMPLETED';
  const last: Mark = state === 'COMPLETED' ? (transaction?.result === 'DENIED' ? 'refused' : 'done') : gone ? 'gone' : 'ahead';
  const result =
    state === 'COMPLETED'
      ? transaction?.result === 'APPROVED'
        ? 'Completed · approved'
        : 'Completed · denied'
      : gone
        ? 'Expired at Max Time'
        : 'Completed';
  return [
    { name: 'Created', mark: state === undefined ? 'ahead' : state === 'CREATED' && !gone ? 'now' : 'done' },
    { name: 'In progress', mark: state === 'IN_PROGRESS' && !gone ? 'now' : state === 'COMPLETED' || state === 'IN_PROGRESS' ? 'done' : 'ahead' },
    { name: result, mark: last },
  ];
}

export function Stages({ transaction }: { transaction: Transaction | null }) {
  return (
    <ol className="sim-stages" aria-label="State of the transaction">
      {stagesOf(transaction).map(({ name, mark }) => {
        const Icon = ICONS[mark];
        return (
          <li key={name} data-mark={mark} aria-current={mark === 'now' ? 'step' : undefined}>
            <Icon size={14} aria-hidden="true" />
            {name}
            <span className="visually-hidden"> ({MEANING[mark]})</span>
          </li>
        );
      })}
    </ol>
  );
}
