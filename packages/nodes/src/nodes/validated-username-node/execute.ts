import { type Action, goTo, type NodeContext, send } from '../../contract.ts';
import { collectAttributes } from '../../support/attributes.ts';
import {
  answered,
  answeredText,
  answeredValidateOnly,
  failedPolicy,
  nameCallback,
  policiesOf,
  validatedUsernameCallback,
} from '../../support/callbacks.ts';
import { flag, text } from '../../support/values.ts';

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
  const failedPolicies = callback ? failures(context, name) : [];
  if (callback && failedPolicies.length === 0 && !validateOnly) return keep(context, name);
  if (callback) context.because(failedPolicies.length > 0 ? 'The name failed a policy.' : 'The client only wanted the name validated.', 'recorded');
  const policies = policiesOf(attributeName(context), ['REQUIRED', 'UNIQUE']);
  return send([validatedUsernameCallback('Username', name, { policies, failedPolicies, validateOnly })]);
}

function failures(context: NodeContext, name: string): string[] {
  if (name === '') return [failedPolicy('REQUIRED')];
  return context.identities.byUserName(name, 'user') ? [failedPolicy('UNIQUE')] : [];
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
  const name = flag(context.config, 'prepopulate') ? context.state.get('username') : undefined;
  return typeof name === 'string' ? name : '';
}
