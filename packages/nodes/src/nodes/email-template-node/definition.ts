import type { NodeDefinition } from '../../contract.ts';
import { AM_SOURCE, assumed, documented, PAGE_EMAIL_TEMPLATES, recorded } from '../../support/sources.ts';
import { named, summarize, text } from '../../support/values.ts';

const outcomes = [
  { id: 'EMAIL_SENT', displayName: 'Email Sent' },
  { id: 'EMAIL_NOT_SENT', displayName: 'Email Not Sent' },
];

/** What nobody wrote down: each is told by the steps that rest on it. */
export const ASSUMED = {
  username: 'A user is looked for by username where the identity attribute was not collected.',
} as const;

export const definition: NodeDefinition = {
  type: 'EmailTemplateNode',
  name: 'Email Template Node',
  help: 'Sends an email made from a template and goes on.',
  tags: ['utilities'],
  synonyms: ['mail', 'message', 'notify', 'welcome'],
  icon: 'mail',
  inPage: 'allowed',
  versions: ['1.0'],
  fields: {
    emailTemplateName: { kind: 'emailTemplate', label: 'Email Template Name', required: true, default: 'welcome', help: 'Template of the realm.' },
    emailAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Email Attribute',
      required: true,
      default: 'mail',
      help: 'Attribute of the user that holds the address.',
    },
    identityAttribute: {
      kind: 'string',
      suggests: 'userAttribute',
      label: 'Identity Attribute',
      required: true,
      default: 'userName',
      help: 'Attribute that finds the user; its value comes from node state.',
    },
  },
  outcomes: () => [...outcomes],
  allOutcomes: outcomes,
  reads: () => ['objectAttributes', 'username'],
  writes: () => [],
  summary: (config) => summarize(text(config, 'emailTemplateName') || 'welcome', text(config, 'emailAttribute') || 'mail'),
  emailTemplates: (config) => named(config, 'emailTemplateName'),
  sources: [
    recorded('The user is found by the identity attribute, the template sees the user as object.', AM_SOURCE),
    recorded('No such user, or a user without an address, goes to Email Not Sent.', AM_SOURCE),
    recorded(
      'The mail is sent on the side: a template that is missing or wrong is an error in the log, and the outcome is Email Sent all the same.',
      AM_SOURCE,
    ),
    documented("Subject and message come in the client's language, else in the template's default one.", PAGE_EMAIL_TEMPLATES),
    assumed(ASSUMED.username),
  ],
};
