import { type Action, goTo, type NodeContext } from '../../contract.ts';
import { identifyingAttribute, onlyUser } from '../../support/attributes.ts';
import { firstValue } from '../../support/messaging.ts';
import { readable } from '../../support/readable.ts';
import { sendTemplate } from '../../support/templates/send.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const attribute = text(config, 'identityAttribute') || 'userName';
  const collected = identifyingAttribute(context, attribute);
  const identity = collected ?? identifyingAttribute(context, 'userName');
  if (collected === undefined && identity !== undefined) context.because(ASSUMED.username, 'inferred');
  const user = identity === undefined ? undefined : onlyUser(context, attribute, identity);
  const to = user && firstValue(user, text(config, 'emailAttribute') || 'mail');
  if (!user || to === undefined) {
    context.because(user ? 'The user has no email address.' : 'No user to write to was found.', 'recorded');
    return goTo('EMAIL_NOT_SENT');
  }
  const went = sendTemplate(context, text(config, 'emailTemplateName') || 'welcome', to, readable(user));
  const side = went ? 'the mail goes out on the side' : 'that no mail goes out, as the log says, is not known to the journey';
  context.because(`There is a user with an address; ${side}.`, 'recorded');
  return goTo('EMAIL_SENT');
}
