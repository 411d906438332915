import { useEffect, useRef } from 'react';

/**
 * Tells a field that it is left: another node or tab was chosen, or the page goes.
 *
 * @param onGo the page goes: text is kept as it is, since nothing can be applied any more
 */
export function useLeaveText(onLeave: () => void, onGo: () => void): void {
  const latest = useRef({ onLeave, onGo });
  latest.current = { onLeave, onGo };
  useEffect(() => {
    const go = () => latest.current.onGo();
    addEventListener('pagehide', go);
    return () => {
      removeEventListener('pagehide', go);
      latest.current.onLeave();
    };
  }, []);
}
