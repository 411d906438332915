export { checkLanguage, issueText } from './check.ts';
export { type KeyUse, type ScriptFacts, scriptFacts } from './facts.ts';
export { renameRequired } from './requires.ts';
export type { LanguageIssue, LanguageMark, LanguageOptions, ScriptLanguage } from './types.ts';
export type { ScriptValue } from './values.ts';
