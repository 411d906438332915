import { checkLanguage } from '@tandem/scripting/language';
import { expect, test } from 'vitest';
import { SCRIPT_KINDS, templateOf } from './templates.ts';

const all = SCRIPT_KINDS.flatMap(({ context, versions }) => versions.map((version) => [context, version] as const));

test.each(all)('the template for %s, evaluator %s, is what AM on AIC takes', (context, version) => {
  expect(checkLanguage(templateOf(context, version), { language: 'aic', library: context === 'LIBRARY' })).toEqual([]);
});
