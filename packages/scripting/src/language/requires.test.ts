import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scriptFacts } from './facts.ts';
import { renameRequired } from './requires.ts';

test('a library gets its new name wherever a script requires it, and nothing else changes', () => {
  expect(renameRequired(`var a = require("Old");\nvar b = require('Old').b; // require("Old")\nlog("Old", require("Older"));`, 'Old', 'New')).toBe(
    `var a = require("New");\nvar b = require('New').b; // require("Old")\nlog("Old", require("Older"));`,
  );
});

test('what is no script, and what requires nothing, stays', () => {
  for (const source of ['require("Old', 'var require2 = "Old";', 'other.require("Old");', 'require(name);'])
    expect(renameRequired(source, 'Old', 'New')).toBe(source);
});

test('any name arrives as it is, in either quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('"', "'"), (name, quote) => {
      const renamed = renameRequired(`var a = require(${quote}Old${quote});`, 'Old', name);
      expect(scriptFacts(renamed).requires.map((found) => found.name)).toEqual([name]);
    }),
  );
});
