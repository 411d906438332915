import type { Json } from '@tandem/journey';
import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { collectAttributes } from '../../support/attributes.ts';
import {
  answered,
  answeredValidateOnly,
  failedPolicy,
  isBlankPassword,
  passwordCallback,
  policiesOf,
  validatedPasswordCallback,
} from '../../support/callbacks.ts';
import { flag, text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  return flag(context.config, 'validateInput') ? validating(context) : plain(context);
}

function plain(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'PasswordCallback');
  if (!callback) return send([passwordCallback('Password')]);
  return keep(context, callback.values['']);
}

function validating(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'ValidatedCreatePasswordCallback');
  const password = callback?.values[''];
  const validateOnly = answeredValidateOnly(callback);
  const failedPolicies = callback && isBlankPassword(password) ? [failedPolicy('REQUIRED')] : [];
  if (callback && failedPolicies.length === 0 && !validateOnly) return keep(context, password);
  if (callback)
    context.because(failedPolicies.length > 0 ? 'The password failed a policy.' : 'The client only wanted the password validated.', 'recorded');
  return send([validatedPasswordCallback('Password', { policies: policiesOf(attributeName(context), ['REQUIRED']), failedPolicies, validateOnly })]);
}

/** Kept as it came, sealed; an empty one too, for the nodes after this to judge. */
function keep(context: NodeContext, password: Json | undefined): Action {
  const value = password ?? '';
  context.state.putTransient('password', value);
  collectAttributes(context, 'transient', [[attributeName(context), value]]);
  context.because('The password is kept in transient state.', 'recorded');
  return goTo('outcome');
}

function attributeName(context: NodeContext): string {
  return text(context.config, 'passwordAttribute') || 'password';
}
