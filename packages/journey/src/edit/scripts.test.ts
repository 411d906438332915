import { expect, test } from 'vitest';
import { scriptBody, withScriptBody } from '../script/body.ts';
import type { JourneyDocument } from './document.ts';
import { newScript, setScript } from './scripts.ts';

const script = newScript({ id: 's', name: 'Decide', source: 'outcome = "true";', context: 'SCRIPTED_DECISION_NODE', evaluatorVersion: '2.0' });
const empty: JourneyDocument = { tree: { _id: 'J' }, nodes: {}, scripts: {} };

test('a new script is written as AIC exports it, and read back', () => {
  expect(script).toMatchObject({ language: 'JAVASCRIPT', default: false, script: '"outcome = \\"true\\";"' });
  expect(scriptBody(script)).toBe('outcome = "true";');
});
test('a script is put in and changed; the rest of the document is shared', () => {
  const added = setScript(empty, script);
  expect(added.scripts.s).toBe(script);
  expect(added.tree).toBe(empty.tree);
  const changed = setScript(added, withScriptBody(script, 'outcome = "false";'));
  expect(Object.values(changed.scripts).map(scriptBody)).toEqual(['outcome = "false";']);
});
test('the same script again is no change', () => {
  const added = setScript(empty, script);
  expect(setScript(added, { ...script })).toBe(added);
});
