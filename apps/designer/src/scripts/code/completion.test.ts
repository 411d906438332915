import { CompletionContext } from '@codemirror/autocomplete';
import { javascriptLanguage } from '@codemirror/lang-javascript';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { completeScript } from './completion.ts';
import { type Surroundings, surroundings } from './surroundings.ts';

const around: Surroundings = {
  set: 'decision',
  language: 'aic',
  stateKeys: [{ name: 'username', detail: 'set by Who' }],
  outcomes: [{ name: 'yes', detail: 'Yes' }, { name: 'no' }],
  variables: ['esv.mail.from'],
  libraries: ['Mails'],
  failed: null,
};

/** What is offered at the | of a text. */
async function offered(text: string, set: Surroundings['set'] = 'decision'): Promise<string[]> {
  const pos = text.indexOf('|');
  const state = EditorState.create({
    doc: text.replace('|', ''),
    extensions: [javascriptLanguage, surroundings.of({ ...around, set })],
  });
  const result = await completeScript(new CompletionContext(state, pos, true));
  return result?.options.map(({ label }) => label) ?? [];
}

test.each([
  ['nodeState.get("|")', 'username'],
  ['nodeState.putShared("|", 1)', 'username'],
  ['action.goTo("|")', 'yes'],
  ['action.withHeader("x").goTo("|")', 'no'],
  ['outcome = "|"', 'yes'],
  ["var outcome = '|'", 'no'],
  ['systemEnv.getProperty("|")', 'esv.mail.from'],
  ['var mails = require("|")', 'Mails'],
])('in the text of %s stands %s', async (text, name) => expect(await offered(text)).toContain(name));

test.each(['nodeState.putShared("key", "|")', 'logger.info("|")', 'var x = "|"', '// nodeState.|'])('%s: nothing is known', async (text) => {
  expect(await offered(text)).toEqual([]);
});

test.each([
  ['action.|', 'goTo'],
  ['action.goTo("yes").|', 'withErrorMessage'],
  ['utils.base64.|', 'encode'],
  ['utils.crypto.subtle.d|', 'digest'],
  ['idRepository.getIdentity("x").|', 'getAttributeValues'],
  ['var who = idRepository.getIdentity("x");\nwho.|', 'store'],
  ['var answer = httpClient.send("https://x").get();\nanswer.|', 'status'],
  ['requestHeaders.get("origin").|', 'size'],
])('after %s comes %s', async (text, name) => expect(await offered(text)).toContain(name));

test('each context has its own bindings, and variables of the script are among them', async () => {
  const names = await offered('var colour = 1;\nfunction f(given) {\n  |\n}');
  expect(names).toEqual(expect.arrayContaining(['nodeState', 'callbacksBuilder', 'outcome', 'colour', 'given', 'var']));
  expect(names).not.toContain('sharedState');
  expect(names).not.toContain('let');
  expect(await offered('|', 'legacyDecision')).toContain('sharedState');
  expect(await offered('|', 'provider')).not.toContain('callbacks');
  expect(await offered('|', 'library')).toContain('exports');
});

test('a name that the script declares and the table does not know has no members', async () => {
  expect(await offered('var it = {};\nit.|')).toEqual([]);
});
