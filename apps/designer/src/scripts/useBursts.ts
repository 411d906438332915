import { useRef } from 'react';

/** A pause of this length ends a step of the history. */
const PAUSE_MS = 1200;

/** Numbers bursts of typing: the same number as before while keys follow each other quickly. */
export function useBursts(): () => number {
  const last = useRef({ burst: 0, at: 0 });
  return () => {
    const now = Date.now();
    const { burst, at } = last.current;
    last.current = { burst: now - at > PAUSE_MS ? now : burst, at: now };
    return last.current.burst;
  };
}
