import type { Json } from '@tandem/journey';
import { type Action, type AnsweredCallback, goTo, isSealed, type NodeContext, NodeProcessError, type Sealed, send } from '../../contract.ts';
import {
  answered,
  answeredIndex,
  confirmationCallback,
  type MessageKind,
  outputOf,
  passwordCallback,
  textOutputCallback,
} from '../../support/callbacks.ts';
import { userInState } from '../../support/credentials.ts';
import { withNewPassword } from '../../support/password-state.ts';
import { flag, numeric, texts } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

/** Shared state: why the password has to be changed. */
export const LAST_STATE = 'lastModuleState';
/** Java's OK_CANCEL_OPTION: AM passes it where the message type goes, so this is what clients get. */
const OK_CANCEL = 2;
const SUBMIT = 'SUBMIT';
const CANCEL = 'CANCEL';

/** The form for a new password. @param cancellable false on the last grace login */
export function askForNewPassword(context: NodeContext, kind: MessageKind, message: string, cancellable = true): Action {
  const words = flag(context.config, 'mixedCaseForPasswordChangeMessages') ? message : message.toUpperCase();
  return send([
    textOutputCallback(words, kind),
    passwordCallback('Old Password'),
    passwordCallback('New Password'),
    passwordCallback('Confirm Password'),
    cancellable ? confirmationCallback([SUBMIT, CANCEL], 1, 0, OK_CANCEL) : confirmationCallback([SUBMIT], 0, 0, OK_CANCEL),
  ]);
}

/** What came back: the form is shown again with what is wrong, else the password is changed. */
export function changePassword(context: NodeContext, callbacks: readonly AnsweredCallback[]): Action {
  const { state } = context;
  const confirmation = answered(callbacks, 'ConfirmationCallback');
  const options = optionsOf(confirmation);
  const cancellable = options.includes(CANCEL);
  const chosenOption = options[answeredIndex(confirmation) ?? -1];
  if (chosenOption === CANCEL) return cancelled(context);
  if (chosenOption !== SUBMIT) {
    context.because(ASSUMED.lastGraceLogin, 'inferred');
    context.because('The answer is none of the options that were sent.', 'recorded');
    return askForNewPassword(context, 'error', `Choose ${options.join(' or ')}.`, cancellable);
  }
  const [old = '', chosen = '', confirmed = ''] = callbacks.filter(({ type }) => type === 'PasswordCallback').map(({ values }) => secret(values['']));
  const user = userInState(context);
  const wrong = (message: string): Action => {
    if (!cancellable) context.because(ASSUMED.lastGraceLogin, 'inferred');
    context.because(message, 'recorded');
    return askForNewPassword(context, 'error', message, cancellable);
  };
  if (tooShort(context, chosen)) return wrong('New password is too short.');
  if (!user) throw new NodeProcessError('Invalid LDAP node configuration.');
  const same = (left: Sealed | string, right: Sealed | string): boolean => context.effect({ kind: 'compare', left, right }).equal;
  if (same(chosen, old)) return wrong('The password must be different. Try again.');
  if (!same(chosen, confirmed)) return wrong('The password and the confirm password do not match.');
  if (same(chosen, user.userName)) return wrong('Username and password must be different. Try again.');
  const hash = user.passwordHash ?? '';
  if (!context.effect({ kind: 'password', identity: user._id, hash, password: old }).matches) return wrong('The password you entered is invalid.');
  const { hash: passwordHash } = context.effect({ kind: 'hash', password: chosen });
  context.store.save(withNewPassword(user, passwordHash));
  state.putTransient('password', chosen as Json);
  context.session.identifyUser(user._id);
  context.because(ASSUMED.passwordPolicy, 'inferred');
  context.because('The password was changed.', 'recorded');
  return goTo('TRUE');
}

/** What the form offered: kept with the session, so the client has no say in it. */
function optionsOf(confirmation: AnsweredCallback | undefined): string[] {
  return confirmation ? texts({ options: outputOf(confirmation, 'options') ?? [] }, 'options') : [];
}

/** Only a password that was reset has to be changed; of one that is about to expire, or has some logins left, the user may think again. */
function cancelled(context: NodeContext): Action {
  if (context.state.get(LAST_STATE) === 'CHANGE_AFTER_RESET') {
    context.because('The change that a reset asks for was cancelled.', 'recorded');
    return goTo('CANCELLED');
  }
  const user = userInState(context);
  if (user) context.session.identifyUser(user._id);
  context.because('The change was cancelled; the present password still holds.', 'recorded');
  return goTo('TRUE');
}

function tooShort(context: NodeContext, password: Sealed | string): boolean {
  const minLength = numeric(context.config, 'minimumPasswordLength') ?? 8;
  if (minLength <= 0) return false;
  const policies = [{ policyId: 'minimum-length', policyRequirements: ['MIN_LENGTH'], params: { minLength } }];
  return context.effect({ kind: 'policy', value: password as Json, policies, object: {} }).failed.length > 0;
}

function secret(value: Json | undefined): Sealed | string {
  return isSealed(value) || typeof value === 'string' ? value : '';
}
