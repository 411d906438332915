import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { userInState } from '../../support/credentials.ts';
import { firstValue, messageText, otpToSend, withOtp } from '../../support/messaging.ts';
import { linksOf } from '../../support/templates/html.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const { config } = context;
  const user = userInState(context);
  if (!user) {
    context.log('warn', 'identity not found');
    throw new NodeProcessError('Failed to get identity with provided user name');
  }
  const phone = firstValue(user, text(config, 'mobilePhoneAttributeName').trim() || 'telephoneNumber');
  if (phone === undefined) {
    context.log('warn', 'phoneNotFound');
    throw new NodeProcessError('User phone number not found');
  }
  const carrierAttribute = text(config, 'mobileCarrierAttributeName').trim();
  const carrier = carrierAttribute === '' ? undefined : firstValue(user, carrierAttribute);
  const otp = otpToSend(context);
  const message = withOtp(messageText(context, 'smsContent', 'Your One Time Password:'), otp);
  const from = text(config, 'fromEmailAddress');
  context.outbox.send({
    kind: 'sms',
    to: carrier === undefined ? phone : `${phone}${carrier.startsWith('@') ? '' : '@'}${carrier}`,
    ...(from === '' ? {} : { from }),
    subject: messageText(context, 'smsSubject', 'One Time Password'),
    text: message,
    links: linksOf(message),
  });
  context.because(ASSUMED.arrives, 'inferred');
  context.because('The one-time password was sent.', 'recorded');
  return goTo('outcome');
}
