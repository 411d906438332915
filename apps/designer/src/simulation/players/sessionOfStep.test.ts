import { expect, test } from 'vitest';
import { sessionOfStep } from './sessionOfStep.ts';

const authId = (claims: string) => ({ authId: `e30.${btoa(claims).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.x` });

test.each([
  ['of a step', authId('{"sessionId":"s-1","otk":"??>>"}'), 's-1'],
  ['that says none', authId('{}'), null],
  ['that is no JWT', { authId: 'a' }, null],
])('the session %s', (_, step, session) => expect(sessionOfStep(step)).toBe(session));
