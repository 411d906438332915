import type { Examples, Report, Rule } from '../rule.ts';
import { labelOf } from '../support.ts';

export const rule: Rule = {
  id: 'missing-email-template',
  title: 'Email template is not in the realm',
  severity: 'warning',
  about:
    'Without the template no email goes out: Email Template takes Email Not Sent, Email Suspend waits for a link that nobody gets. Every tenant comes with the templates registration, welcome, resetPassword and others, which an export leaves out.',
  source: 'AM facts 2.4 (emailTemplateName) and 1.6 (what exports hold)',
  checkNode: (node, { realm }) =>
    (node.definition.emailTemplates?.(node.config) ?? []).flatMap((name): Report[] =>
      Object.hasOwn(realm.emailTemplates, name) || Object.hasOwn(realm.emailTemplates, `emailTemplate/${name}`)
        ? []
        : [{ node, field: 'emailTemplateName', text: `${labelOf(node, 'emailTemplateName')}: the realm has no template “${name}”.` }],
    ),
};

export const examples: Examples = {
  valid: [
    {
      title: 'a template of the realm',
      journey: { nodes: { mail: ['EmailTemplateNode', { emailTemplateName: 'welcome' }] } },
      realm: { emailTemplates: { welcome: {} } },
    },
  ],
  invalid: [
    {
      title: 'none of that name',
      journey: { nodes: { mail: ['EmailTemplateNode', { emailTemplateName: 'hello' }] } },
      finds: 'Email Template Name: the realm has no template “hello”.',
    },
  ],
};
