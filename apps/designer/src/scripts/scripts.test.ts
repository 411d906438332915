import { nodeKey, scriptBody } from '@tandem/journey';
import { expect, test } from 'vitest';
import { createEditorStore } from '../editor/store/editorStore.ts';
import { loopDocument, resource } from '../testing/documents.ts';
import { freeScriptName, nameProblem } from './fields.ts';
import { changeScriptCommand, newScriptCommand, scriptFieldsCommand } from './scriptCommands.ts';
import { scriptUses, usesWords } from './usage.ts';

const script = { _id: 's', name: 'Decide', script: ['outcome = "a";'], context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' };
const fields = { name: 'Choose', description: '', context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' };

function open() {
  const document = loopDocument();
  const tree = { ...document.tree, nodes: { ...document.tree.nodes, decide: { nodeType: 'ScriptedDecisionNode', displayName: 'Decide who' } } };
  const nodes = { ...document.nodes, decide: resource('ScriptedDecisionNode', 'decide', { script: 's', outcomes: ['a'] }) };
  return createEditorStore('alpha', { id: 'Loop', version: 1, tree, nodes, scripts: { s: script } }, null);
}
const sourceIn = (store: ReturnType<typeof open>, id = 's') => {
  const found = store.getState().document.scripts[id];
  return found && scriptBody(found);
};

test('typing of one burst is one step, undone with the journey’s history; the encoding stays', () => {
  const store = open();
  store.run(changeScriptCommand(script, 'outcome = "ab";', 1));
  store.run(changeScriptCommand(script, 'outcome = "abc";', 1));
  store.run(changeScriptCommand(script, 'outcome = "x";', 2));
  expect(store.getState().document.scripts.s?.script).toEqual(['outcome = "x";']);
  expect(store.undo()).toBe('Change script Decide');
  expect(sourceIn(store)).toBe('outcome = "abc";');
  store.undo();
  expect(store.getState().document.scripts.s).toBe(script);
});

test('settings of a script change what was changed and nothing else', () => {
  const store = open();
  store.run(scriptFieldsCommand(script, fields));
  expect(store.getState().document.scripts.s).toEqual({ ...script, name: 'Choose' });
  expect(store.undo()).toBe('Rename script Decide to Choose');
});

test('a new script comes with its node’s choice, and goes with it', () => {
  const store = open();
  const command = newScriptCommand([], store.getState().document, { id: 'decide', field: 'script' }, fields, 'outcome = "copy";');
  store.run(command);
  expect(store.getState().document.nodes.decide?.script).toBe(command.script._id);
  expect(sourceIn(store, command.script._id)).toBe('outcome = "copy";');
  expect(store.undo()).toBe('New script Choose for Decide who');
  expect(store.getState().document.nodes.decide?.script).toBe('s');
  expect(sourceIn(store, command.script._id)).toBeUndefined();
});

test('a name is taken once in a realm; copies get a free one', () => {
  expect(nameProblem(' ', [])).toBe('A script needs a name.');
  expect(nameProblem('Decide', [script])).toContain('already');
  expect(nameProblem('Decide', [script], 's')).toBeNull();
  expect(freeScriptName('Decide', [script])).toBe('Decide 2');
});

test('uses are those of the realm and of the open journey as it stands', () => {
  const other = resource('ScriptedDecisionNode', 'far', { script: 's' });
  const knowledge = {
    journeys: { Other: { tree: { _id: 'Other', nodes: { far: { nodeType: 'ScriptedDecisionNode', displayName: 'Far' } } } } },
    nodes: { [nodeKey('ScriptedDecisionNode', 'far')]: other },
    scripts: { s: script },
    nodeTypes: {},
    emailTemplates: {},
    variables: {},
    services: { transactionTimeToLive: 180 },
  };
  expect(usesWords(scriptUses(knowledge, 's'))).toBe('Used by 1 journey');
  const uses = scriptUses(knowledge, 's', open().getState().document);
  expect(uses.map(({ journey, displayName }) => [journey, displayName])).toEqual([
    ['Other', 'Far'],
    ['Loop', 'Decide who'],
  ]);
  expect(usesWords(uses, 'Loop')).toBe('Used by 2 journeys');
});
