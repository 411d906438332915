import type { NodeDefinition } from '../../contract.ts';
import { gatewayFields } from '../../support/gateway.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  arrives: 'A text with HTML elements arrives as HTML. The message always arrives: it is put into the outbox.',
} as const;

export const definition: NodeDefinition = {
  type: 'OneTimePasswordSmtpSenderNode',
  name: 'OTP Email Sender',
  help: 'Sends the one-time password to the user by email.',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  synonyms: ['mail', 'smtp', 'one-time password', '2fa', 'second factor'],
  icon: 'send',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    ...gatewayFields.server,
    emailAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Email Attribute Name',
      default: 'mail',
      help: 'Attribute of the user that holds the address.',
    },
    emailSubject: { kind: 'localized', label: 'The subject of the email', default: {}, help: 'By locale.' },
    emailContent: { kind: 'localized', label: 'The content of the email', default: {}, help: 'By locale. {{OTP}} becomes the one-time password.' },
    ...gatewayFields.gateway,
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['emailAddress', 'objectAttributes', 'username', 'oneTimePassword'],
  writes: () => [{ key: 'emailAddress', scope: 'shared' }],
  summary: (config) => text(config, 'emailAttribute') || 'mail',
  sources: [
    recorded(
      'The address is emailAddress of shared state, else the collected attribute, else that of the user, which is then kept as emailAddress.',
      AM_SOURCE,
    ),
    recorded("Without a text in the client's languages: One Time Password, and Your One Time Password: followed by the digits.", AM_SOURCE),
    recorded('{{OTP}} becomes the one-time password; a text without it is followed by it.', AM_SOURCE),
    recorded('No user, no address or no one-time password ends the journey.', AM_SOURCE),
    assumed(ASSUMED.arrives),
  ],
};
