import { expect, test } from 'vitest';
import { failureKind } from './failureKind.ts';

test.each([
  ['Unable to read transaction.', null, 'no-transaction'],
  ['Unable to approve transaction', null, 'not-approved'],
  ['Session has timed out', '110', 'timed-out'],
  ['Login failure', '110', 'timed-out'],
  ['No Configuration found', null, 'no-journey'],
  ['No configuration found', null, 'no-journey'],
  ['org.forgerock.openam.auth.nodes.framework.token.SuspendedAuthSessionException: Token not found. It may have expired.', null, 'used-link'],
  ['Login failure', null, 'login'],
  ['', null, 'login'],
  ['Your account is locked.', null, 'other'],
] as const)('%j with the code %j is %s', (message, errorCode, kind) => expect(failureKind({ message, errorCode })).toBe(kind));
