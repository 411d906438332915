import type { Json } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError, send } from '../../contract.ts';
import { collectedAttribute, identifyingAttribute, identityAttribute, onlyUser } from '../../support/attributes.ts';
import { textOutputCallback } from '../../support/callbacks.ts';
import { userInState } from '../../support/credentials.ts';
import { text } from '../../support/values.ts';

export function execute(context: NodeContext): Action {
  if (context.callbacks) {
    context.because('The name was displayed.', 'recorded');
    return goTo('outcome');
  }
  const attribute = text(context.config, 'userName') || 'userName';
  const name = nonEmpty(collectedAttribute(context, attribute)) ?? nameOfKnownUser(context, attribute);
  if (name === undefined) throw new NodeProcessError('Unable to find username to display');
  return send([textOutputCallback(name)]);
}

function nameOfKnownUser(context: NodeContext, attribute: string): string | undefined {
  const identifying = text(context.config, 'identityAttribute') || 'mail';
  const value = identifyingAttribute(context, identifying);
  const user = value === undefined ? userInState(context) : onlyUser(context, identifying, value);
  if (!user) {
    context.log('error', 'Failed to retrieve existing object');
    return undefined;
  }
  return nonEmpty(identityAttribute(user, attribute));
}

function nonEmpty(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
