import type { Session } from '@tandem/engine/view';
import { remainingText } from '../../callbacks/index.ts';

export type StatusTone = 'neutral' | 'waiting' | 'success' | 'failure' | 'main' | 'backchannel';

/** How a session stands, in a few words. */
export function sessionText(session: Session | null, now: number): { text: string; tone: StatusTone } {
  if (!session) return { text: 'not started', tone: 'neutral' };
  const { status } = session;
  switch (status.kind) {
    case 'due':
      return { text: status.due > now ? `running · ${remainingText(status.due - now)} left` : 'running', tone: session.role };
    case 'held':
      return { text: status.by === 'step' ? 'held, step by step' : 'held at a breakpoint', tone: 'waiting' };
    case 'effect':
      return { text: status.effect.kind === 'script' ? 'running a script' : 'checking a password', tone: session.role };
    case 'callbacks':
      if (status.suspended) return { text: 'suspended', tone: 'waiting' };
      if (!status.poll) return { text: 'waiting for an answer', tone: 'waiting' };
      return { text: status.poll.due > now ? `waiting ${remainingText(status.poll.due - now)}` : 'poll due', tone: 'waiting' };
    case 'ended':
      return status.result === 'success' ? { text: 'succeeded', tone: 'success' } : { text: 'failed', tone: 'failure' };
  }
}
