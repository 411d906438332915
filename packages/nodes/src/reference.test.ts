import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { definitionOf } from './lookup.ts';
import { referenceOf } from './reference.ts';

test('docs/nodes is what scripts/docs.mjs makes of the definitions', () => {
  const script = fileURLToPath(new URL('../scripts/docs.mjs', import.meta.url));
  expect(() => execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { stdio: 'pipe' })).not.toThrow();
}, 60_000);

test('outcomes that only some settings bring are told apart', () => {
  const { outcomes } = referenceOf(definitionOf('PollingWaitNode'));
  expect(outcomes.map(({ displayName, isOptional }) => [displayName, isOptional])).toEqual([
    ['Done', false],
    ['Exited', true],
    ['Spam', true],
  ]);
});

test('Ping’s page goes by the node’s name; custom and unknown types have none', () => {
  expect(referenceOf(definitionOf('PollingWaitNode')).page).toEqual({
    title: 'Polling Wait node',
    address: 'https://docs.pingidentity.com/auth-node-ref/latest/polling-wait.html',
  });
  expect(referenceOf(definitionOf('designer-0123456789abcdef0123456789abcdef')).page).toBeNull();
});
