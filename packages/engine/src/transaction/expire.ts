import type { Draft } from '../draft.ts';
import { own } from '../own.ts';

/** Max Time has passed: AM has no record of the transaction any more, whatever its state was. */
export function expireTransaction(draft: Draft, id: string): void {
  const transaction = own(draft.state.transactions, id);
  if (!transaction || transaction.expired || draft.state.now < transaction.expiresAt) return;
  draft.set(['transactions', id, 'expired'], true);
  draft.emit({
    seq: draft.state.seq + 1,
    at: draft.state.now,
    kind: 'transaction-expired',
    run: transaction.run,
    transaction: id,
    state: transaction.state,
    message: 'Max Time has passed: the transaction is gone',
  });
}
