import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ASSUMED } from './assumptions.ts';

const source = dirname(fileURLToPath(import.meta.url));
const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'assumptions.ts')
  .map((file) => readFileSync(join(source, file), 'utf8'))
  .join('\n');

test.each(Object.keys(ASSUMED))('the assumption %s is told at the event that rests on it', (key) => {
  expect(code).toMatch(new RegExp(`\\bASSUMED\\.${key}\\b`));
});
