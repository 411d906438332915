import { isObject } from '@tandem/journey';
import { type Action, goTo, isSealed, type NodeContext, NodeProcessError } from '../../contract.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  if (context.transaction === undefined) {
    context.log('warn', 'Transaction ID not found in context');
    context.because(ASSUMED.warnings, 'inferred');
    context.because('This session serves no transaction.');
    return goTo('error');
  }
  const key = text(context.config, 'dataKey');
  const data = key === '' ? undefined : context.state.get(key);
  if (!isObject(data) || isSealed(data)) {
    context.log('warn', `Data in state at ${key} data key was not found or incorrect type, not updating transaction.`);
    context.because(ASSUMED.warnings, 'inferred');
    context.because('There is no object under the Data Key; the transaction stays as it is.');
    return goTo('error');
  }
  try {
    context.transactions.notify(data);
  } catch (error) {
    if (!(error instanceof NodeProcessError)) throw error;
    context.log('error', 'Failed to update backchannel transaction');
    context.log('debug', error.message);
    context.because('The transaction could not be updated.');
    return goTo('error');
  }
  context.because('The data was added to the transaction.');
  return goTo('success');
}
