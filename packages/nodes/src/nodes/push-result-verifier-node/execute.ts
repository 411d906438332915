import { type Action, goTo, type NodeContext, NodeProcessError } from '../../contract.ts';
import type { MessageView } from '../../messages.ts';
import { userInState } from '../../support/credentials.ts';
import { withAccess } from '../../support/push-devices.ts';
import { ASSUMED } from './definition.ts';

export function execute(context: NodeContext): Action {
  const id = context.state.getIn('shared', 'pushMessageId');
  if (typeof id !== 'string') {
    context.log('error', 'Unable to find push message ID in sharedState');
    throw new NodeProcessError('Unable to find push message ID');
  }
  const message = context.outbox.read(id);
  if (message?.answered) return answered(context, message.approved === true);
  return message ? unanswered(context, message) : finish(context, 'EXPIRED', 'The push message is gone.');
}

function answered(context: NodeContext, approved: boolean): Action {
  if (!approved) return finish(context, 'FALSE', 'The push was denied, or the wrong number was chosen.');
  noteAccess(context);
  return finish(context, 'TRUE', 'The push was approved.');
}

function unanswered(context: NodeContext, { push }: MessageView): Action {
  const { state, now } = context;
  if (push && now >= push.expiresAt) return finish(context, 'EXPIRED', ASSUMED.expired, 'inferred');
  const timeout = state.getIn('shared', 't');
  const expiration = state.getIn('shared', 'pushMessageExpiration');
  if (typeof timeout === 'number' && typeof expiration === 'number' && now > expiration) {
    return finish(context, 'EXPIRED', 'The push was not answered in time.');
  }
  if (typeof timeout === 'number' && typeof expiration !== 'number') state.putShared('pushMessageExpiration', now + timeout);
  context.because('The push has no answer yet.', 'recorded');
  return goTo('WAITING');
}

function finish(context: NodeContext, outcome: string, rule: string, mark: 'recorded' | 'inferred' = 'recorded'): Action {
  for (const key of ['pushMessageId', 'pushMessageExpiration', 't']) context.state.remove(key);
  context.because(rule, mark);
  return goTo(outcome);
}

function noteAccess(context: NodeContext): void {
  const mechanism = context.state.get('pushMechanismUid');
  if (typeof mechanism !== 'string') {
    context.log('warn', 'Unable to find push mechanismUid in sharedState');
    return;
  }
  const user = userInState(context);
  const accessed = user && withAccess(user, mechanism, context.now);
  if (accessed) context.store.save(accessed);
  else context.log('warn', 'Unable to set last access date. Device was not found.');
}
