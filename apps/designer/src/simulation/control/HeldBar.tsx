import './control.css';
import type { Session } from '@tandem/engine/view';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useScene } from '../hooks.ts';
import { isHeld } from './held.ts';

// Loaded when the first session is held.
const Bar = lazy(async () => ({ default: (await import('./Held.tsx')).Bar }));
const Note = lazy(async () => ({ default: (await import('./Held.tsx')).Note }));

/** For so long the bar stays after its session went on: a step is held again at once, and the button must not be pulled away under the pointer. */
const LINGER_MS = 500;

/** The session of this side that is held, and for a moment longer. */
function useHeld(side: 'main' | 'backchannel'): { session: Session; isHeld: boolean } | null {
  const session = useScene((scene) => scene[side]);
  const held = isHeld(session) ? session : null;
  const [last, setLast] = useState<Session | null>(null);
  useEffect(() => {
    if (held) return setLast(held);
    const timer = setTimeout(() => setLast(null), LINGER_MS);
    return () => clearTimeout(timer);
  }, [held]);
  if (held) return { session: held, isHeld: true };
  return last && session?.id === last.id ? { session: last, isHeld: false } : null;
}

/** Below the header of a column: its session is held, why, and the ways on. */
export function HeldBar({ side }: { side: 'main' | 'backchannel' }) {
  const held = useHeld(side);
  return held ? (
    <Suspense>
      <Bar side={side} session={held.session} isHeld={held.isHeld} />
    </Suspense>
  ) : null;
}

/** In the player: why nothing comes. */
export function HeldNote({ session }: { session: Session | null }) {
  return isHeld(session) ? (
    <Suspense>
      <Note session={session} />
    </Suspense>
  ) : null;
}
