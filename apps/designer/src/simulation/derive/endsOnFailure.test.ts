import type { Session } from '@tandem/engine/view';
import { FAILURE_NODE_ID } from '@tandem/journey';
import { expect, test } from 'vitest';
import { endsOnFailure } from './endsOnFailure.ts';

const ended = (node: string, errorCode: string | null = null) =>
  ({ node, status: { kind: 'ended', result: 'failure', errorCode } }) as unknown as Pick<Session, 'node' | 'status'>;

test('a journey that starts another one and reached its Failure node says that this is no defect', () => {
  expect(endsOnFailure(ended(FAILURE_NODE_ID), ['HelpDeskVerifyUser'], true)).toContain('starts HelpDeskVerifyUser ends there by design');
});

test.each([
  ['that starts no other', ended(FAILURE_NODE_ID), []],
  ['that failed at a node', ended('Ask'), ['Other']],
  ['that timed out', ended(FAILURE_NODE_ID, '110'), ['Other']],
  ['that runs', { node: 'Ask', status: { kind: 'callbacks' } } as unknown as Pick<Session, 'node' | 'status'>, ['Other']],
  ['that was never started', null, ['Other']],
])('a journey %s says nothing of it', (_, session, starts) => expect(endsOnFailure(session, starts, true)).toBeUndefined());

test('nor does one that failed before it started the other, such as for an unknown subject', () =>
  expect(endsOnFailure(ended(FAILURE_NODE_ID), ['Other'], false)).toBeUndefined());
