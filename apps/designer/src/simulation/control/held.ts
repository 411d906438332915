import type { Session, SimulationState } from '@tandem/engine/view';

/** The journey whose node a session is held before: an inner one, where it runs one. */
export const journeyOf = (session: Session): string => session.inner.at(-1)?.journey ?? session.journey;

export const isHeld = (session: Session | null | undefined): session is Session => session?.status.kind === 'held';

/** Sessions that are held now, oldest first. */
export const heldIn = (state: SimulationState): Session[] => Object.values(state.sessions).filter(isHeld);

/**
 * Which held session a key is about: that of the side where the focus is, else one that is on screen, else any. null: none is held.
 *
 * @param shown sessions on screen, by side
 */
export function heldMeant(
  state: SimulationState,
  shown: Readonly<Record<'main' | 'backchannel', Session | null>>,
  focused: 'main' | 'backchannel' | null,
): Session | null {
  const sides = focused === 'backchannel' ? (['backchannel', 'main'] as const) : (['main', 'backchannel'] as const);
  for (const side of sides) {
    const session = shown[side] && state.sessions[shown[side].id];
    if (isHeld(session)) return session;
  }
  return heldIn(state)[0] ?? null;
}
