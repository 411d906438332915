import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { collectedAttribute } from '../../support/attributes.ts';
import { userInState } from '../../support/credentials.ts';
import { firstValue, messageText, otpToSend, withOtp } from '../../support/messaging.ts';
import { htmlBody } from '../../support/templates/email.ts';
import { linksOf } from '../../support/templates/html.ts';
import { text } from '../../support/values.ts';
import { ASSUMED } from './definition.ts';

const HTML = /<\/?[a-z][^<>]*>/i;

export function execute(context: NodeContext): Action {
  const { config } = context;
  const to = addressInState(context) ?? addressOfUser(context);
  const content = withOtp(messageText(context, 'emailContent', 'Your One Time Password:'), otpToSend(context));
  const from = text(config, 'fromEmailAddress');
  context.outbox.send({
    kind: 'email',
    to,
    ...(from === '' ? {} : { from }),
    subject: messageText(context, 'emailSubject', 'One Time Password'),
    ...(HTML.test(content) ? htmlBody(content) : { text: content, links: linksOf(content) }),
  });
  context.because(ASSUMED.arrives, 'inferred');
  context.because('The one-time password was sent.', 'recorded');
  return goTo('outcome');
}

function attributeName(context: NodeContext): string {
  return text(context.config, 'emailAttribute').trim() || 'mail';
}

function addressInState(context: NodeContext): string | undefined {
  const kept = context.state.getIn('shared', 'emailAddress');
  const value = kept === undefined || kept === null ? collectedAttribute(context, attributeName(context)) : kept;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function addressOfUser(context: NodeContext): string {
  const user = userInState(context);
  if (!user) {
    context.log('warn', 'Identity lookup failed');
    throw new NodeProcessError('Failed to get identity with provided user name');
  }
  const address = firstValue(user, attributeName(context));
  if (address === undefined) {
    context.log('warn', 'Email not found');
    throw new NodeProcessError('Failed to find an email address for the specified user.');
  }
  context.state.putShared('emailAddress', address);
  return address;
}
