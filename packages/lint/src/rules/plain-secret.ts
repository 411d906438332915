import { isObject, type Json } from '@tandem/journey';
import type { Examples, Report, Rule } from '../rule.ts';
import { labelOf } from '../support.ts';

export const rule: Rule = {
  id: 'plain-secret',
  title: 'Password stands in the settings as plain text',
  severity: 'warning',
  about:
    'Settings are exported, promoted and read by every administrator. A password, key or token belongs into a secret or a variable: write a reference such as `&{esv.smtp.password}`.',
  source: 'AM facts 2.4 (SMTP settings) and 7.1 (variables of an import)',
  checkNode: (node) =>
    Object.entries(node.stored).flatMap(([field, value]) => secretsIn(field, value).map((path): Report => report(node, field, path))),
};

const SECRET = /(password|passwd|secret|api[-_]?key|private[-_]?key|access[-_]?token)$/i;
/** Settings that name an attribute, a state key or a purpose rather than hold a secret, and yes-or-no ones. */
const NAMES = /attribute|property|label|purpose|id$|name$|path$|url$|map$/i;

function secretsIn(field: string, value: Json): string[] {
  if (isObject(value)) return Object.entries(value).flatMap(([key, inner]) => secretsIn(key, inner as Json));
  if (typeof value !== 'string' || !SECRET.test(field) || NAMES.test(field)) return [];
  return value.trim() === '' || value === field || value.includes('&{') ? [] : [field];
}

function report(node: Parameters<typeof labelOf>[0], field: string, path: string): Report {
  const label = labelOf(node, field);
  return { node, field, text: `${path === field ? label : `${label}, ${path}`} holds a secret as plain text: use a variable such as &{esv.name}.` };
}

export const examples: Examples = {
  valid: [
    { title: 'a variable', journey: { nodes: { mail: ['OneTimePasswordSmtpSenderNode', { password: '&{esv.smtp.password}' }] } } },
    { title: 'the name of an attribute', journey: { nodes: { ask: ['ValidatedPasswordNode', { passwordAttribute: 'password' }] } } },
  ],
  invalid: [
    {
      title: 'a password in a state of the journey',
      journey: { nodes: { put: ['SetStateNode', { attributes: { password: 'Secret12!' } }] } },
      finds: 'Attributes, password holds a secret as plain text: use a variable such as &{esv.name}.',
    },
  ],
};
