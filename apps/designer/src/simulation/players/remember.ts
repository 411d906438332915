import { isObject, type Player, parseAnswer, type Step, type Target } from '../../callbacks/index.ts';

/** An open question survives a reload of the page. What was typed is not kept: it may be a password. */
interface Remembered {
  target: Target;
  step: Step;
  waitUntil: number | null;
}

const keyOf = (simulation: string, player: string) => `tandem.player.${simulation}.${player}`;

export function recall(simulation: string, player: string): Remembered | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(simulation, player)) ?? 'null');
    if (!isObject(kept) || !isObject(kept.target)) return null;
    const step = parseAnswer(200, kept.step);
    if (step.kind !== 'step') return null;
    return { target: kept.target as unknown as Target, step, waitUntil: typeof kept.waitUntil === 'number' ? kept.waitUntil : null };
  } catch {
    return null;
  }
}

/** @returns what ends it */
export function rememberSteps(simulation: string, name: string, player: Player): () => void {
  return player.store.subscribe(({ phase, target, step, waitUntil }) => {
    if (phase === 'sending') return;
    try {
      if (step && target) sessionStorage.setItem(keyOf(simulation, name), JSON.stringify({ target, step: step.raw, waitUntil }));
      else sessionStorage.removeItem(keyOf(simulation, name));
    } catch {
      // Without storage a reload starts the player afresh.
    }
  });
}
