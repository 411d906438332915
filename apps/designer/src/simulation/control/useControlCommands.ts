import { useCommands } from '../../commands/index.ts';
import { useSimulation } from '../hooks.ts';
import type { SimulationSession } from '../session.ts';
import { CONTROL_COMMANDS, type ControlTools } from './commands.ts';
import { heldMeant } from './held.ts';

/** The side of the screen that has the focus. */
function focusedSide(): 'main' | 'backchannel' | null {
  const side = document.activeElement?.closest('.sim-column')?.getAttribute('data-hue');
  return side === 'main' || side === 'backchannel' ? side : null;
}

/** The held session that a key is about; null: none, or what is on screen is past. */
export function heldSession(simulation: SimulationSession): string | null {
  const { view } = simulation.live.getState();
  const { scene } = simulation.scene.getState();
  if (!view || !scene || scene.seq !== null) return null;
  return heldMeant(view.state, scene, focusedSide())?.id ?? null;
}

/** Once the panel is there: it is loaded when it is opened first. */
function focusPanel(place: string, tries = 20): void {
  setTimeout(() => {
    const found = document.querySelector<HTMLElement>(place);
    if (found) found.focus();
    else if (tries > 0) focusPanel(place, tries - 1);
  }, 50);
}

/** Offers what can be done with breakpoints and faults while the simulation is on screen. */
export function useControlCommands(): void {
  const simulation = useSimulation();
  const { control, live } = simulation;
  const state = () => live.getState().view?.state;
  const tools: ControlTools = {
    isHeld: () => heldSession(simulation) !== null,
    goOn() {
      const session = heldSession(simulation);
      if (session !== null) void control.goOn(session, false);
    },
    hasBreakpoints: () => (state()?.breakpoints?.length ?? 0) + control.store.getState().off.length > 0,
    removeBreakpoints: () => void control.removeAll(),
    addBreakpoint() {
      control.store.setState({ panel: 'breakpoints', isAdding: true });
      focusPanel('[data-breakpoints] form button');
    },
    hasFaults: () => (state()?.faults?.length ?? 0) > 0,
    endFaults: () => void control.endFaults(),
    showFaults() {
      control.store.setState({ panel: 'faults' });
      focusPanel('[data-faults] input');
    },
    answerCall() {
      // The newest call that nothing answered is the likeliest to be meant.
      const gap = simulation.timeline.getState().lines.findLast((line) => line.gap?.section === 'http-stubs')?.gap;
      const { method = 'GET', url = '' } = gap?.prefill ?? {};
      control.store.setState({ dialog: { kind: 'call', ...(url === '' ? {} : { call: { method, url } }) } });
    },
  };
  useCommands(CONTROL_COMMANDS, tools);
}
