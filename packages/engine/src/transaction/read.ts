import type { TransactionView } from '@tandem/nodes';
import { own } from '../model.ts';
import type { SimulationState, Transaction } from '../state.ts';

/** A transaction whose time has not passed; afterwards AM has no record of it. */
export function liveTransaction(state: SimulationState, id: string): Transaction | undefined {
  const transaction = own(state.transactions, id);
  return transaction && !transaction.expired && state.now < transaction.expiresAt ? transaction : undefined;
}

export function readTransaction(state: SimulationState, id: string): TransactionView | undefined {
  const transaction = liveTransaction(state, id);
  return (
    transaction && {
      id: transaction.id,
      state: transaction.state,
      result: transaction.result,
      data: transaction.data,
      sessionProperties: transaction.sessionProperties,
    }
  );
}
