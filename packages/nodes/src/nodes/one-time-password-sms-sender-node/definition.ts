import type { NodeDefinition } from '../../contract.ts';
import { gatewayFields } from '../../support/gateway.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, recorded } from '../../support/sources.ts';
import { text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  arrives: 'The message always arrives: it is put into the outbox, nothing is sent to the mail server.',
} as const;

export const definition: NodeDefinition = {
  type: 'OneTimePasswordSmsSenderNode',
  name: 'OTP SMS Sender',
  help: 'Sends the one-time password to the phone of the user by SMS, through an email gateway.',
  tags: ['otp', 'mfa', 'multi-factor authentication'],
  synonyms: ['text message', 'phone', 'mobile', 'one-time password', '2fa', 'second factor'],
  icon: 'smartphone',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    ...gatewayFields.server,
    mobilePhoneAttributeName: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Mobile Phone Number Attribute Name',
      required: true,
      default: 'telephoneNumber',
      help: 'Attribute of the user that holds the number.',
    },
    mobileCarrierAttributeName: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Mobile Carrier Attribute Name',
      help: "Attribute that holds the domain of the user's carrier; it goes behind the number.",
    },
    smsSubject: { kind: 'localized', label: 'The subject of the message', default: {}, help: 'By locale.' },
    smsContent: { kind: 'localized', label: 'The content of the message', default: {}, help: 'By locale. {{OTP}} becomes the one-time password.' },
    ...gatewayFields.gateway,
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: () => ['username', 'oneTimePassword'],
  writes: () => [],
  summary: (config) => text(config, 'mobilePhoneAttributeName') || 'telephoneNumber',
  sources: [
    recorded('Goes to the first value of the attribute, followed by @ and the carrier where one is set.', AM_SOURCE),
    recorded("Without a text in the client's languages: One Time Password, and Your One Time Password: followed by the digits.", AM_SOURCE),
    recorded('{{OTP}} becomes the one-time password; a text without it is followed by it.', AM_SOURCE),
    recorded('No user, no number or no one-time password ends the journey.', AM_SOURCE),
    assumed(ASSUMED.arrives),
  ],
};
