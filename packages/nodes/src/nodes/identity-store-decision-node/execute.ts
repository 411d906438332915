import type { Identity } from '@tandem/journey';
import { type Action, goTo, type NodeContext, type SourceMark } from '../../contract.ts';
import { isBlankPassword } from '../../support/callbacks.ts';
import { isInactive, passwordMatches, userInState } from '../../support/credentials.ts';
import { passwordState } from '../../support/password-state.ts';
import { flag } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';
import { askForNewPassword, changePassword, LAST_STATE } from './password-change.ts';

const LOCKED_OUT = 'User Locked Out.';

export function execute(context: NodeContext): Action {
  return context.callbacks ? changePassword(context, context.callbacks) : login(context);
}

function login(context: NodeContext): Action {
  const fail = (rule: string, mark: SourceMark = 'recorded'): Action => {
    context.session.setFailureMessage('Login failure');
    return decide(context, 'FALSE', rule, mark);
  };
  if (isBlankPassword(context.state.get('password'))) return fail('Node state holds no password, or a blank one.');
  const user = userInState(context);
  if (!user) return fail('No user has the username in node state.');
  const right = passwordMatches(context, user);
  if (right && flag(context.config, 'useUniversalIdForUsername')) context.state.putShared('username', user._id);
  if (isInactive(user)) {
    context.session.setFailureMessage(LOCKED_OUT);
    if (!right) context.because(ASSUMED.inactive, 'inferred');
    return decide(context, 'LOCKED', 'The account is inactive.', 'recorded');
  }
  return right ? welcome(context, user) : fail('The password is wrong.');
}

/** The password is right: what the directory says of it decides. */
function welcome(context: NodeContext, user: Identity): Action {
  const state = passwordState(user, context.now);
  if (state.kind !== 'good') context.because(ASSUMED.directoryState, 'inferred');
  switch (state.kind) {
    case 'good':
      context.session.identifyUser(user._id);
      return decide(context, 'TRUE', 'User name and password match.', 'recorded');
    case 'expired':
      return decide(context, 'EXPIRED', 'The password has expired.', 'recorded');
    case 'reset':
      context.state.putShared(LAST_STATE, 'CHANGE_AFTER_RESET');
      context.because('The password was reset and must be changed.', 'recorded');
      return askForNewPassword(context, 'information', 'Password must be reset.');
    case 'grace': {
      if (state.left <= 1) context.because(ASSUMED.lastGraceLogin, 'inferred');
      context.because(`The password has expired; ${state.left} logins are left.`, 'recorded');
      context.store.save({ ...user, graceLogins: state.left - 1 });
      const message = `Your password has expired and you have ${state.left} grace logins remaining.`;
      return askForNewPassword(context, 'information', message, state.left > 1);
    }
    case 'expiring':
      context.because('The password is about to expire.', 'recorded');
      return askForNewPassword(context, 'warning', `Password expires in: ${state.in}`);
  }
}

function decide(context: NodeContext, outcome: string, rule: string, mark: SourceMark): Action {
  context.because(rule, mark);
  return goTo(outcome);
}
