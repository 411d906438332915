import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { deepEqual } from '@tandem/journey';
import { describe, expect, test } from 'vitest';
import { lintWith } from './lint.ts';
import type { Example, Rule } from './rule.ts';
import { examples } from './testing/examples.ts';
import { exampleOf } from './testing/sketch.ts';

const found = (rule: Rule, example: Example) => {
  const { realm, document } = exampleOf(example);
  return lintWith(rule, document, realm);
};

describe.each(examples.map((entry) => [entry.rule.id, entry] as const))('%s', (_, { rule, examples: { valid, invalid } }) => {
  test.each(valid.map((example) => [example.title, example] as const))('is silent: %s', (_title, example) => {
    expect(found(rule, example).map(({ text }) => text)).toEqual([]);
  });

  test.each(invalid.map((example) => [example.title, example] as const))('says it: %s', (_title, example) => {
    expect(found(rule, example).map(({ text }) => text)).toEqual([example.finds].flat());
  });

  test('its fixes do away with what they are offered for', () => {
    for (const example of invalid) {
      const { realm, document } = exampleOf(example);
      for (const { text, fix } of lintWith(rule, document, realm)) {
        if (!fix) continue;
        const fixed = fix.apply(document);
        expect(deepEqual(fixed, document)).toBe(false);
        expect(lintWith(rule, fixed, realm).map((finding) => finding.text)).not.toContain(text);
        // Applied to what it made, it changes nothing more.
        expect(deepEqual(fix.apply(fixed), fixed)).toBe(true);
      }
    }
  });
});

describe('the rules', () => {
  test('are told apart by their ids, have sources, and examples of both kinds', () => {
    expect(new Set(examples.map(({ rule }) => rule.id)).size).toBe(examples.length);
    for (const {
      rule,
      examples: { valid, invalid },
    } of examples) {
      expect(rule.source).toMatch(/facts \d/);
      expect(valid.length * invalid.length).toBeGreaterThan(0);
    }
  });

  test('registry and docs/rules are what the rules say', () => {
    const script = fileURLToPath(new URL('../scripts/generate.mjs', import.meta.url));
    expect(() => execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
