import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { isBlankPassword } from '../../support/callbacks.ts';
import { isInactive, passwordMatches, userInState } from '../../support/credentials.ts';
import { flag } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  const { config, state } = context;
  const decide = (outcome: string, rule: string, mark: 'recorded' | 'inferred' = 'recorded'): Action => {
    context.because(rule, mark);
    return goTo(outcome);
  };
  if (isBlankPassword(state.get('password'))) return decide('FALSE', 'Node state holds no password, or a blank one.', 'inferred');
  const user = userInState(context);
  if (!user) return decide('FALSE', 'No user has the username in node state.');
  if (isInactive(user)) return decide('LOCKED', 'The account is inactive.', 'inferred');
  if (!passwordMatches(context, user)) return decide('FALSE', 'The password is wrong.');
  if (flag(config, 'useUniversalIdForUsername')) state.putShared('username', user._id);
  context.session.identifyUser(user._id);
  return decide('TRUE', 'User name and password match.');
}
