import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { collectAttributes, collectedObject } from '../../support/attributes.ts';
import { answered, answeredText, answeredValidateOnly, nameCallback, validatedUsernameCallback } from '../../support/callbacks.ts';
import { failuresJson, failuresText, policiesJson } from '../../support/policies.ts';
import { userAttribute } from '../../support/user-schema.ts';
import { failuresOf } from '../../support/validation.ts';
import { flag, majorVersion, text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  return flag(context.config, 'validateInput') ? validating(context) : plain(context);
}

function plain(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'NameCallback');
  if (!callback) return send([nameCallback('User Name', presetName(context))]);
  return keep(context, answeredText(callback));
}

function validating(context: NodeContext): Action {
  const callback = answered(context.callbacks, 'ValidatedCreateUsernameCallback');
  const name = callback ? answeredText(callback) : presetName(context);
  const validateOnly = answeredValidateOnly(callback);
  const attribute = userAttribute(context.services, attributeName(context));
  const failed = callback && attribute ? failuresOf(context, attribute, name, collectedObject(context)) : [];
  if (callback && (name === '' || !attribute)) context.because(ASSUMED.undeclared, 'inferred');
  if (callback && failed.length === 0 && !validateOnly) return keep(context, name);
  if (callback)
    context.because(failed.length > 0 ? `The name failed ${failuresText(failed)}.` : 'The client only wanted the name validated.', 'recorded');
  const policies = policiesJson(attributeName(context), attribute?.policies ?? []);
  const title = attribute?.title ?? attributeName(context);
  return send([validatedUsernameCallback(title, name, { policies, failedPolicies: failuresJson(failed), validateOnly })]);
}

function keep(context: NodeContext, name: string): Action {
  if (name !== '') {
    context.state.putShared('username', name);
    collectAttributes(context, 'shared', [[attributeName(context), name]]);
  }
  context.because(name === '' ? 'An empty name is not kept.' : 'The name is kept.', 'recorded');
  return goTo('outcome');
}

function attributeName(context: NodeContext): string {
  return text(context.config, 'usernameAttribute') || 'userName';
}

function presetName(context: NodeContext): string {
  const name = majorVersion(context.node.version) >= 2 && flag(context.config, 'prepopulate') ? context.state.get('username') : undefined;
  return typeof name === 'string' ? name : '';
}
