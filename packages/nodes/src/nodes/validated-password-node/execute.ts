import type { Json, JsonObject } from '@tandem/journey';
import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { collectAttributes, collectedObject } from '../../support/attributes.ts';
import { answered, answeredValidateOnly, passwordCallback, validatedPasswordCallback } from '../../support/callbacks.ts';
import { managedObject } from '../../support/managed-user.ts';
import { failuresJson, failuresText, policiesJson } from '../../support/policies.ts';
import { userAttribute } from '../../support/user-schema.ts';
import { failuresOf } from '../../support/validation.ts';
import { flag, text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  return flag(context.config, 'validateInput') ? validating(context) : plain(context);
}

function plain(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'PasswordCallback');
  if (!callback) return send([passwordCallback('Password')]);
  return keep(context, callback.values[''] ?? '');
}

function validating(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'ValidatedCreatePasswordCallback');
  const password = callback?.values[''] ?? '';
  const validateOnly = answeredValidateOnly(callback);
  const attribute = userAttribute(context.services, attributeName(context));
  const failed = callback && attribute ? failuresOf(context, attribute, password, knownAttributes(context)) : [];
  if (callback) context.because(ASSUMED.ownPolicies, 'inferred');
  if (callback && failed.length === 0 && !validateOnly) return keep(context, password);
  if (callback)
    context.because(
      failed.length > 0 ? `The password failed ${failuresText(failed)}.` : 'The client only wanted the password validated.',
      'recorded',
    );
  const policies = policiesJson(attributeName(context), attribute?.policies ?? []);
  const title = attribute?.title ?? attributeName(context);
  return send([validatedPasswordCallback(title, { policies, failedPolicies: failuresJson(failed), validateOnly })]);
}

/** What a password must not contain is looked up among the collected attributes, else in the user whom state names as `_id`. */
function knownAttributes(context: NodeContext): JsonObject {
  const id = context.state.get('_id');
  const known = typeof id === 'string' ? context.identities.byId(id) : undefined;
  return { ...(known && managedObject(known)), ...collectedObject(context) };
}

/** Kept as it came, sealed; an empty one too, for the nodes after this to judge. */
function keep(context: NodeContext, password: Json): Action {
  context.state.putTransient('password', password);
  collectAttributes(context, 'transient', [[attributeName(context), password]]);
  context.because('The password is kept in transient state.', 'recorded');
  return goTo('outcome');
}

function attributeName(context: NodeContext): string {
  return text(context.config, 'passwordAttribute') || 'password';
}
