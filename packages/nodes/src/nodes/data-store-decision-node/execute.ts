import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { isBlankPassword } from '../../support/callbacks.ts';
import { isInactive, passwordMatches, userInState } from '../../support/credentials.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const decide = (outcome: 'true' | 'false', rule: string, mark: 'recorded' | 'inferred' = 'recorded'): Action => {
    context.because(rule, mark);
    return goTo(outcome);
  };
  const password = context.state.get('password');
  if (password === undefined || password === null) {
    const name = context.state.get('username');
    context.log('error', `Password is null for username ${typeof name === 'string' ? name : 'null'}`);
    throw new NodeProcessError('Unable to authenticate');
  }
  if (isBlankPassword(password)) return decide('false', 'A blank password is not tried.');
  const user = userInState(context);
  if (!user) {
    context.log('warn', 'invalid username error');
    return decide('false', 'No user has the username in node state.');
  }
  if (isInactive(user)) return decide('false', ASSUMED.inactive, 'inferred');
  if (!passwordMatches(context, user)) {
    context.log('warn', 'invalid password error');
    return decide('false', 'The password is wrong.');
  }
  context.session.identifyUser(user._id);
  return decide('true', 'User name and password match.');
}
