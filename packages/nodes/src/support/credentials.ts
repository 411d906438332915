import type { Identity } from '@tandem/journey';
import { isSealed, type NodeContext } from '../contract.ts';
import { identityNamed } from './attributes.ts';

/** The user whom state names as `username`, by name or `_id`. */
export function userInState(context: NodeContext): Identity | undefined {
  const name = context.state.get('username');
  return typeof name === 'string' && name !== '' ? identityNamed(context, name, 'user') : undefined;
}

export function isInactive(user: Identity): boolean {
  return user.accountStatus === 'inactive';
}

/**
 * Asks the driver whether the password in state is the user's. Suspends the visit the first time, so call it before writing state.
 * A user without a hash has no password that logs in.
 */
export function passwordMatches(context: NodeContext, user: Identity): boolean {
  const password = context.state.get('password');
  if (!user.passwordHash || !(typeof password === 'string' || isSealed(password))) return false;
  return context.effect({ kind: 'password', identity: user._id, hash: user.passwordHash, password }).matches;
}
