import type { Identity } from '@tandem/journey';
import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import { userInState } from '../../support/credentials.ts';
import { sharedNumber } from '../../support/state.ts';
import { numeric } from '../../support/values.ts';
import { userCounts, withUserCounts } from './counts.ts';

export function execute(context: NodeContext): Action {
  const limit = numeric(context.config, 'retryLimit') ?? 3;
  const user = countingUser(context);
  const key = `${context.node.id}.retryCount`;
  const count = user ? countOf(context, user) : (sharedNumber(context, key) ?? 0);
  if (count < limit) {
    if (user) context.store.save(withUserCounts(user, [...otherCounts(context, user), `${context.node.id}=${count + 1}`]));
    context.state.putShared(key, count + 1);
    context.because(`Retry ${count + 1} of ${limit}.`, 'recorded');
    return goTo('Retry');
  }
  if (user) context.store.save(withUserCounts(user, otherCounts(context, user)));
  context.because(`${count} retries were taken, ${limit} are allowed${user ? "; the user's counter starts anew" : ''}.`, 'recorded');
  return goTo('Reject');
}

/** The journey succeeded: what the user has failed before no longer counts. */
export function complete(context: NodeContext): void {
  const user = countingUser(context);
  if (!user) return;
  const others = otherCounts(context, user);
  if (others.length < userCounts(user).length) context.store.save(withUserCounts(user, others));
}

function countingUser(context: NodeContext): Identity | undefined {
  return context.config.incrementUserAttributeOnFailure === false ? undefined : userInState(context);
}

function otherCounts({ node }: NodeContext, user: Identity): string[] {
  return userCounts(user).filter((entry) => !entry.startsWith(node.id));
}

function countOf({ node }: NodeContext, user: Identity): number {
  const entry = userCounts(user).find((candidate) => candidate.startsWith(node.id));
  if (entry === undefined) return 0;
  const count = /=(\d+)/.exec(entry)?.[1];
  if (count === undefined) throw new NodeProcessError(`Node processing failed: "${entry}" of ${user.userName} is no counter.`);
  return Number(count);
}
