import type { Json } from '@tandem/journey';
import { type Action, goTo, isSealed, type NodeContext, send } from '../../contract.ts';
import { answered, passwordCallback } from '../../support/callbacks.ts';
import { isSecretText } from '../../support/messaging.ts';
import { numeric } from '../../support/values.ts';
import { DEFAULT_MINUTES } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { state } = context;
  const given = answered(context.callbacks, 'PasswordCallback')?.values[''];
  const made = state.get('oneTimePasswordTimestamp');
  const expiresAt = typeof made === 'number' ? made * 1000 + (numeric(context.config, 'passwordExpiryTime') ?? DEFAULT_MINUTES) * 60_000 : undefined;
  if (isEmpty(given)) return send([passwordCallback('One Time Password')], { expiresAt });
  const expected = state.get('oneTimePassword');
  if (!isSecretText(expected) || expiresAt === undefined) return no(context, 'No one-time password is in node state.');
  if (context.now >= expiresAt) return no(context, 'The one-time password has expired.');
  if (!isSecretText(given) || !context.effect({ kind: 'compare', left: given, right: expected }).equal) {
    return no(context, 'The answer is not the one-time password.');
  }
  state.remove('oneTimePassword');
  state.remove('oneTimePasswordTimestamp');
  context.because('The answer is the one-time password, in time: it is used up.', 'recorded');
  return goTo('true');
}

function no(context: NodeContext, rule: string): Action {
  context.because(rule, 'recorded');
  return goTo('false');
}

/** Blanks are an answer, a wrong one. */
function isEmpty(given: Json | undefined): boolean {
  return isSealed(given) ? given.empty : given === undefined || given === null || given === '';
}
