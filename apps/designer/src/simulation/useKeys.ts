import { useEffect } from 'react';
import { useSimulation } from './hooks.ts';

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));
}

/** `]` moves the clock to the next event, Ctrl or Cmd Enter starts a new run. */
export function useKeys(newRun: (() => void) | null): void {
  const simulation = useSimulation();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        newRun?.();
      } else if (event.key === ']' && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
        event.preventDefault();
        void simulation.order({ to: 'next-event' });
      }
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [simulation, newRun]);
}
