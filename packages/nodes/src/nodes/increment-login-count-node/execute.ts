import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { existingUser, loginCountOf, metadataOf } from '../../support/managed-user.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  try {
    const user = existingUser(context, true, 'No object to increment');
    const loginCount = (loginCountOf(user) ?? 0) + 1;
    context.store.save({ ...user, _meta: { ...metadataOf(user), loginCount } });
    context.because(ASSUMED.count, 'inferred');
    context.because(`Logins of ${user.userName} counted: ${loginCount}.`, 'recorded');
  } catch (error) {
    if (!(error instanceof NodeProcessError)) throw error;
    context.log('warn', `Unable to increment login count: ${error.message}`);
    context.because('Nobody is found whose logins could be counted; the journey goes on.', 'recorded');
  }
  return goTo('outcome');
}
