import { fieldApplies } from '@tandem/nodes';
import type { Examples, Rule } from '../rule.ts';
import { fieldsOf } from '../support.ts';

export const rule: Rule = {
  id: 'required-setting',
  title: 'Required setting is empty',
  severity: 'error',
  about: 'A setting that the node cannot do without has no value. AM refuses to save such a node, and a run fails at it.',
  source: 'AM facts 1.2 (each node is validated when it is written) and 2 (required settings of each type)',
  checkNode(node) {
    if (!node.resource) return [];
    return fieldsOf(node).flatMap(([field, definition]) => {
      const value = node.config[field];
      const isEmpty = value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || value === '[Empty]';
      const isEmptyList = Array.isArray(value) && value.length === 0 && definition.kind !== 'pageChildren';
      if (!definition.required || !(isEmpty || isEmptyList) || !fieldApplies(definition, node.config, node.definition.fields)) return [];
      return [{ node, field, text: `${definition.label} is required.` }];
    });
  },
};

export const examples: Examples = {
  valid: [
    { title: 'the setting has a value', journey: { nodes: { note: ['BackchannelNotificationNode', { dataKey: 'status' }] } } },
    {
      title: 'a setting that does not apply may be empty',
      journey: { nodes: { init: ['BackChannelInitNode', { tree: 'Verify', idType: 'NONE' }] } },
    },
  ],
  invalid: [
    {
      title: 'no data key',
      journey: { nodes: { note: ['BackchannelNotificationNode'] } },
      finds: 'Data Key is required.',
    },
    {
      title: 'no outcomes and no script chosen',
      journey: { nodes: { decide: ['ScriptedDecisionNode', { script: '[Empty]', outcomes: [] }] } },
      finds: ['Script is required.', 'Outcomes is required.'],
    },
  ],
};
