import type { Session } from '@tandem/engine/view';
import { expect, test } from 'vitest';
import type { Step } from '../../callbacks/index.ts';
import { sessionOfTest, T0 } from '../fixtures/state.ts';
import { goneText } from './gone.ts';

const step = {} as Step;
const ended = (message: string | null): Session =>
  sessionOfTest({ status: { kind: 'ended', result: 'failure', at: T0, tokenId: null, errorCode: '110', message } as Session['status'] });

test('a page whose session timed out says so', () => {
  expect(goneText(ended('Session has timed out'), { phase: 'asked', step })).toMatch(/^This session is gone: Session has timed out\./);
});
test.each([
  ['that waits', sessionOfTest({}), 'asked', step],
  ['whose end is on its way to the page', ended('Login failure'), 'sending', step],
  ['that ended with its page', ended('Login failure'), 'failed', null],
  ['that nobody started', null, 'idle', null],
] as const)('a session %s is not called gone', (_, session, phase, open) => expect(goneText(session, { phase, step: open })).toBeNull());
