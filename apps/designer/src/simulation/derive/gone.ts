import type { Session } from '@tandem/engine/view';
import type { PlayerState } from '../../callbacks/index.ts';

/**
 * What to say above a page that is still open though its session is over: AM tells the person only when they send it, whoever tries the journey must
 * see it at once.
 *
 * @param session the newest one that the player opened
 * @returns null while the page can be answered, and while an answer is under way
 */
export function goneText(session: Session | null, { phase, step }: Pick<PlayerState, 'phase' | 'step'>): string | null {
  if (session?.status.kind !== 'ended' || phase !== 'asked' || !step) return null;
  const { message } = session.status;
  return `This session is gone${message ? `: ${message}.` : '.'} The person still sees the page, and learns it when they answer.`;
}
