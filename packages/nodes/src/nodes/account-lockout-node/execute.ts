import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { userInState } from '../../support/credentials.ts';
import { text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const name = context.state.get('username');
  if (typeof name !== 'string' || name === '') throw new NodeProcessError('Could not get a valid username from the context');
  const user = userInState(context);
  if (!user) throw new NodeProcessError('Could not find the identity based on the information available on context.');
  const accountStatus = text(context.config, 'lockAction') === 'UNLOCK' ? 'active' : 'inactive';
  context.store.save({ ...user, accountStatus });
  context.because(`The account of ${user.userName} is set ${accountStatus}.`, 'recorded');
  return goTo('outcome');
}
