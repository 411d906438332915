import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

test('prelude.generated.ts is what src/prelude gives: run `node scripts/generate-prelude.mjs`', async () => {
  const script = '../scripts/generate-prelude.mjs';
  const { generate, generatedFile } = (await import(script)) as { generate(): Promise<string>; generatedFile: URL };
  expect((await readFile(generatedFile, 'utf8')) === (await generate())).toBe(true);
});
