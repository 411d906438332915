import { expect, test } from 'vitest';
import { isAffected } from './affected.ts';

const of = (kind: string, id = 'x') => [{ kind, id, version: 2 }];

test.each([
  [['realm', 'alpha', 'scripts'], of('scripts'), true],
  // Who uses a script is shown beside it.
  [['realm', 'alpha', 'scripts'], of('journeys'), true],
  [['realm', 'alpha', 'scripts'], of('identities'), false],
  [['realm', 'alpha', 'identities', 'user'], of('identities'), true],
  [['realm', 'alpha', 'stubs'], of('scripts'), false],
  [['realm', 'alpha', 'custom-nodes'], of('nodeTypes'), true],
  [['resources', 'alpha'], of('nodeTypes'), true],
  [['changes', 'alpha', 'sim'], of('stubs'), true],
  [['changes', 'alpha', 'sim'], of('identities'), false],
  [['knowledge', 'alpha'], of('scripts'), true],
  [['knowledge', 'alpha'], of('stubs'), false],
  [['journey', 'alpha', 'Login'], of('journeys', 'Login'), true],
  [['journey', 'alpha', 'Login'], of('journeys', 'Other'), false],
  // Deleted: there is nothing to read.
  [['journey', 'alpha', 'Login'], [{ kind: 'journeys', id: 'Login' }], false],
  [['versions', 'alpha', 'Login'], of('journeys', 'Login'), true],
  [['version', 'alpha', 'Login', 3], of('*', '*'), false],
  [['import', 'alpha'], of('*', '*'), false],
  [['knowledge', 'beta'], of('*', '*'), false],
  [['journey', 'alpha', 'Login'], of('*', '*'), true],
])('%j after %j: %s', (key, changes, expected) => {
  expect(isAffected(key, 'alpha', changes)).toBe(expected);
});
