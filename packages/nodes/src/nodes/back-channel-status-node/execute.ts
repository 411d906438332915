import { type Action, goTo, type NodeContext, type TransactionView } from '../../contract.ts';
import { flag } from '../../support/values.ts';
import { TRANSACTION_KEY } from '../back-channel-init-node/definition.ts';
import { ASSUMED, SESSION_PROPERTIES_KEY, transactionDataKey } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config, state } = context;
  const id = state.get(TRANSACTION_KEY);
  if (typeof id !== 'string' || id === '') return unreadable(context, 'error', `Node state holds no transaction id as ${TRANSACTION_KEY}.`);
  const transaction = context.transactions.read(id);
  if (!transaction) return unreadable(context, 'unknown', 'The transaction does not exist or its time has passed.');

  const outcome = outcomeOf(transaction);
  // An empty object would hide from scripts that nothing was notified yet.
  if (flag(config, 'recordTransactionData') && Object.keys(transaction.data).length > 0) {
    state.putShared(transactionDataKey(config), transaction.data);
    context.because(ASSUMED.data, 'inferred');
  }
  if (flag(config, 'recordData') && outcome === 'success') {
    state.putTransient(SESSION_PROPERTIES_KEY, transaction.sessionProperties);
    context.because(ASSUMED.properties, 'inferred');
  }
  context.because(ASSUMED.states, 'inferred');
  context.because(`A transaction that is ${transaction.state} with result ${transaction.result} leads to ${outcome}.`);
  return goTo(outcome);
}

function unreadable(context: NodeContext, outcome: string, why: string): Action {
  context.log('error', 'Error checking back channel transaction status.');
  context.because(ASSUMED.unreadable, 'inferred');
  context.because(why);
  return goTo(outcome);
}

function outcomeOf({ state, result }: TransactionView): string {
  if (state === 'CREATED') return 'pending';
  if (state === 'IN_PROGRESS') return 'inprogress';
  if (result === 'APPROVED') return 'success';
  return result === 'DENIED' ? 'failure' : 'error';
}
