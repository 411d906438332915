import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const name = text(context.config, 'anonymousUserName');
  if (name === '') throw new NodeProcessError('Anonymous user name could not be found in the configuration');
  context.state.putShared('username', name);
  context.session.identifyUser(name);
  context.because('The journey goes on as the configured user.', 'recorded');
  return goTo('outcome');
}
