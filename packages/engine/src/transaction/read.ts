import type { TransactionView } from '@tandem/nodes';
import { clockSkew } from '../control/fault.ts';
import type { Model } from '../model.ts';
import { own } from '../own.ts';
import type { SessionRole, SimulationState, Transaction } from '../state.ts';

/** A transaction whose time has not passed, by the clock of the server that runs such journeys; afterwards AM has no record of it. */
export function liveTransaction(state: SimulationState, id: string, role: SessionRole): Transaction | undefined {
  const transaction = own(state.transactions, id);
  return transaction && !transaction.expired && state.now + clockSkew(state, role) < transaction.expiresAt ? transaction : undefined;
}

/**
 * A transaction as nodes see it. The realm's allow list decides which properties of the session leave it (Ping docs: Session Property Whitelist
 * service, said of `/backchannel/info`); a realm without a list shows all of them (assumption, AM's own default is not documented for the node).
 */
export function readTransaction(model: Model, state: SimulationState, id: string, role: SessionRole): TransactionView | undefined {
  const transaction = liveTransaction(state, id, role);
  return (
    transaction && {
      id: transaction.id,
      state: transaction.state,
      result: transaction.result,
      data: transaction.data,
      sessionProperties: shownProperties(transaction, model.realm.services.sessionProperties),
    }
  );
}

function shownProperties({ sessionProperties }: Transaction, allowed: readonly string[] | undefined): Record<string, string> {
  if (!allowed) return sessionProperties;
  return Object.fromEntries(Object.entries(sessionProperties).filter(([name]) => allowed.includes(name)));
}
