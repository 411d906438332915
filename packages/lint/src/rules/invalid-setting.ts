import { validateConfig } from '@tandem/nodes';
import { setting } from '../fixes.ts';
import type { Examples, Report, Rule } from '../rule.ts';
import { labelOf } from '../support.ts';

export const rule: Rule = {
  id: 'invalid-setting',
  title: 'Setting has a value that AM does not take',
  severity: 'error',
  about: 'A value is outside of its range, none of the choices, or of the wrong kind. Where AM has a value of its own, the fix takes that.',
  source: 'AM facts 1.2 (each node is validated when it is written) and 2 (settings of each type)',
  checkNode(node, { realm }) {
    if (!node.resource) return [];
    return validateConfig(node.definition.fields, node.stored).flatMap(({ field, message }): Report[] => {
      const definition = node.definition.fields[field];
      const value = node.stored[field];
      // Empty ones and addresses have rules of their own; a reference to a variable stands for whatever the variable holds.
      if (value === undefined || value === null || value === '' || definition?.kind === 'url' || isEmptyList(value)) return [];
      if (typeof value === 'string' && value.includes('&{')) return [];
      const label = labelOf(node, field);
      const standard = definition?.default;
      const fix =
        standard === undefined ? undefined : setting(node, realm, field, standard, `Reset ${label} of ${node.name} to ${JSON.stringify(standard)}`);
      return [{ node, field, text: message.startsWith(label) ? message : `${label}: ${message}`, fix }];
    });
  },
};

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

export const examples: Examples = {
  valid: [
    {
      title: 'a number in its range',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'username', timeout: 120 }] } },
    },
    { title: 'a variable in place of a number', journey: { nodes: { wait: ['PollingWaitNode', { secondsToWait: '&{esv.wait}' }] } } },
  ],
  invalid: [
    {
      title: 'no time at all',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'username', timeout: 0 }] } },
      finds: 'Max Time (Seconds): A whole number from 1 (s).',
    },
    {
      title: 'a choice that AM does not have',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', usernameKey: 'username', idType: 'PERSON' }] } },
      finds: 'Subject Type: One of USER, AGENT, NONE.',
    },
  ],
};
