import { definitionOf } from '@tandem/nodes';
import { expect, test } from 'vitest';
import { scriptChoices } from './scriptChoices.ts';

const scripts = [
  { id: 'd', name: 'Decide', context: 'AUTHENTICATION_TREE_DECISION_NODE', evaluatorVersion: '2.0' },
  { id: 'p', name: 'Provide', context: 'CONFIG_PROVIDER_NODE' },
  { id: 'l', name: 'Helpers', context: 'LIBRARY', evaluatorVersion: '2.0' },
  { id: 'x', name: 'Says nothing' },
];
const contexts = (type: string) => definitionOf(type).fields.script?.scriptContexts;
const offered = (type: string, chosen = '') => scriptChoices(scripts, contexts(type), chosen).options.map(({ value }) => value);

test('a node is offered the scripts that it can run, and those that say no context', () => {
  expect(offered('ScriptedDecisionNode')).toEqual(['d', 'x']);
  expect(offered('ConfigProviderNode')).toEqual(['p', 'x']);
  expect(offered('VendorNode')).toEqual(['d', 'p', 'l', 'x']);
});

test('a chosen script of another context stays, and the field says so', () => {
  expect(offered('ScriptedDecisionNode', 'l')).toEqual(['d', 'l', 'x']);
  expect(scriptChoices(scripts, contexts('ScriptedDecisionNode'), 'l').hint).toContain('kept for LIBRARY');
  expect(scriptChoices(scripts, contexts('ScriptedDecisionNode'), 'd').hint).toBeNull();
});
