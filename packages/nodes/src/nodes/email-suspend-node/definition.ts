import { INT_MAX } from '@tandem/journey';
import type { NodeDefinition } from '../../contract.ts';
import { singleOutcome } from '../../support/outcomes.ts';
import { AM_SOURCE, assumed, documented, PAGE_EMAIL_TEMPLATES, PAGE_SUSPEND, recorded } from '../../support/sources.ts';
import { flag, named, numeric, summarize, text } from '../../support/values.ts';

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  once: 'The link works once.',
} as const;

export const definition: NodeDefinition = {
  type: 'EmailSuspendNode',
  name: 'Email Suspend Node',
  help: 'Sends an email with a link and suspends the journey until it is opened.',
  tags: ['utilities'],
  synonyms: ['magic link', 'mail', 'verify email', 'resume', 'suspend', 'registration', 'reset password'],
  icon: 'mail-check',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    emailTemplateName: {
      kind: 'emailTemplate',
      label: 'Email Template Name',
      required: true,
      default: 'registration',
      help: 'Template of the realm; {{object.resumeURI}} is the link back.',
    },
    emailAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Email Attribute',
      required: true,
      default: 'mail',
      help: 'Attribute that holds the address.',
    },
    emailSuspendMessage: {
      kind: 'localized',
      label: 'Email Suspend Message',
      required: true,
      default: { en: 'An email has been sent to the address you entered. Click the link in that email to proceed.' },
      help: 'Shown while the journey is suspended, by locale.',
    },
    objectLookup: {
      kind: 'boolean',
      label: 'Object Lookup',
      default: false,
      help: 'Takes address and template values from the stored user instead of what was collected.',
    },
    identityAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identity Attribute',
      required: true,
      default: 'userName',
      help: 'Attribute that finds the user; its value comes from node state.',
      when: { field: 'objectLookup', in: [true] },
    },
    suspendDuration: {
      kind: 'integer',
      label: 'Suspend Duration',
      min: 1,
      max: INT_MAX,
      unit: 'min',
      placeholder: '5',
      help: 'How long the link works.',
    },
  },
  outcomes: () => [...singleOutcome],
  allOutcomes: singleOutcome,
  reads: (config) => (flag(config, 'objectLookup') ? ['objectAttributes', 'username'] : ['objectAttributes']),
  writes: () => [],
  summary: (config) => {
    const minutes = numeric(config, 'suspendDuration');
    return summarize(text(config, 'emailTemplateName') || 'registration', minutes !== undefined && `${minutes} min`);
  },
  emailTemplates: (config) => named(config, 'emailTemplateName'),
  sources: [
    recorded('The first visit suspends, the visit after the link was opened goes on; what the journey keeps is there again.', AM_SOURCE),
    recorded(
      'Without an address, or with nothing collected, the journey is suspended and no mail is sent: strangers learn nothing of accounts.',
      AM_SOURCE,
    ),
    recorded('The template sees what was collected (or the stored user) as object, with resumeURI, the link back.', AM_SOURCE),
    recorded('Without a message in the client\'s languages: "An email has been sent to your inbox."', AM_SOURCE),
    recorded('A template that is missing or wrong is an error in the log; the journey is suspended all the same.', AM_SOURCE),
    documented('A suspended journey can be resumed for five minutes unless another time is set.', PAGE_SUSPEND),
    documented("Subject and message come in the client's language, else in the template's default one.", PAGE_EMAIL_TEMPLATES),
    assumed(ASSUMED.once),
  ],
};
