import { isObject, type JsonObject } from '@tandem/journey';
import { type Action, goTo, type NodeContext, suspend } from '../../contract.ts';
import { identifyingAttribute, onlyUser } from '../../support/attributes.ts';
import { suspendedTextOutputCallback } from '../../support/callbacks.ts';
import { messageText } from '../../support/messaging.ts';
import { readable } from '../../support/readable.ts';
import { sendTemplate } from '../../support/templates/send.ts';
import { flag, numeric, text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config, suspension } = context;
  if (suspension.resumed) {
    context.because(ASSUMED.once, 'inferred');
    context.because('The client came back through the link.', 'recorded');
    return goTo('outcome');
  }
  const object = flag(config, 'objectLookup') ? storedUser(context) : collected(context);
  const to = object[text(config, 'emailAttribute') || 'mail'];
  if (typeof to === 'string' && to !== '') {
    const went = sendTemplate(context, text(config, 'emailTemplateName') || 'registration', to, { ...object, resumeURI: suspension.uri() });
    const rule = went
      ? 'Suspended until the link in the mail is opened.'
      : 'No mail went out, as the log says: suspended all the same, and the client is not told.';
    context.because(rule, 'recorded');
  } else {
    context.log('debug', 'Object and recipient required to send email. Email not sent');
    context.because('There is no address to write to: suspended without a mail, and the client is not told.', 'recorded');
  }
  const minutes = numeric(config, 'suspendDuration');
  const message = messageText(context, 'emailSuspendMessage', 'An email has been sent to your inbox.');
  return suspend([suspendedTextOutputCallback(message)], minutes !== undefined && minutes > 0 ? minutes : undefined);
}

/** What the journey collected; passwords stand in transient state and are no part of it. */
function collected(context: NodeContext): JsonObject {
  const object = context.state.getIn('shared', 'objectAttributes');
  return isObject(object) ? object : {};
}

function storedUser(context: NodeContext): JsonObject {
  const attribute = text(context.config, 'identityAttribute') || 'userName';
  const value = identifyingAttribute(context, attribute);
  const user = value === undefined ? undefined : onlyUser(context, attribute, value);
  return user ? readable(user) : {};
}
