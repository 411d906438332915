import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';
import type { Player, PlayerState } from './player.ts';

/** Which step or end of each player has had the focus, so that a player shown anew does not take it again. */
const handled = new WeakMap<Player, string>();

const FIELDS = 'input:not([type=hidden]), select, textarea';
const HEADINGS = '[data-focus-here], form';

/**
 * Moves the focus to the question, or to the end, that came of what a person did: from where it was done (a button of this screen or of another
 * part of the page), unless the person went elsewhere meanwhile. What a poll brings takes no focus, and loses none either.
 */
export function usePlayerFocus(player: Player, { phase, stepCount, byPerson }: Pick<PlayerState, 'phase' | 'stepCount' | 'byPerson'>) {
  const ref: RefObject<HTMLDivElement | null> = useRef(null);
  const origin = useRef<Element | null>(null);
  const inside = useRef(false);
  useEffect(() => {
    const screen = ref.current;
    const active = document.activeElement;
    if (!screen || phase === 'idle') return;
    if (phase === 'sending') {
      origin.current = active;
      handled.delete(player);
      return;
    }
    const shown = `${stepCount} ${phase}`;
    if (handled.get(player) === shown) return;
    handled.set(player, shown);
    const nowhere = active === null || active === document.body;
    if (nowhere ? !byPerson && !inside.current : !byPerson || !(screen.contains(active) || active === origin.current)) return;
    const waits = screen.querySelector('.cb-wait') !== null;
    // On a wait the first control would be "Check now": pressed by a stray Enter it counts as spam.
    if (waits && active?.closest('.cb-wait')) return;
    const field = waits ? null : (screen.querySelector<HTMLElement>(FIELDS) ?? screen.querySelector<HTMLElement>('form .cb-button'));
    (field ?? screen.querySelector<HTMLElement>(HEADINGS))?.focus();
  }, [player, phase, stepCount, byPerson]);
  return {
    ref,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) inside.current = false;
    },
  };
}
