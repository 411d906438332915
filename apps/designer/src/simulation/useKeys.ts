import { useEffect } from 'react';
import { useSimulation } from './hooks.ts';

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));
}

/** `]` moves the clock to the next event, Ctrl or Cmd Enter starts a new run. */
export function useKeys(newRun: (() => void) | null): void {
  const simulation = useSimulation();
  useEffect(() => {
    const actionOf = (event: KeyboardEvent): (() => void) | null => {
      const modified = event.ctrlKey || event.metaKey;
      if (event.key === 'Enter' && modified) return newRun;
      if (event.key === ']' && !modified && !typing(event.target)) return () => void simulation.order({ to: 'next-event' });
      return null;
    };
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action || event.repeat) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    // Before any control sees it: a focused button would take Ctrl Enter as a press of its own.
    addEventListener('keydown', onKeyDown, { capture: true });
    return () => removeEventListener('keydown', onKeyDown, { capture: true });
  }, [simulation, newRun]);
}
