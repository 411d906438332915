export { checkLanguage, issueText } from './check.ts';
export type { LanguageIssue, LanguageMark, LanguageOptions, ScriptLanguage } from './types.ts';
