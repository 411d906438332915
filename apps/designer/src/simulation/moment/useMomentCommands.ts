import type { SessionRole } from '@tandem/engine/view';
import { useCommands } from '../../commands/index.ts';
import { heldSession } from '../control/useControlCommands.ts';
import { useSimulation } from '../hooks.ts';
import { MOMENT_COMMANDS, type MomentTools } from './commands.ts';
import { isCallback, stepFrom } from './steps.ts';

/** Offers the steps from moment to moment while the simulation is on screen. */
export function useMomentCommands(): void {
  const simulation = useSimulation();
  const linesNow = () => simulation.timeline.getState().lines;
  const step: MomentTools['step'] = (direction, over) => {
    const { scene } = simulation.scene.getState();
    if (!scene) return;
    const lines = linesNow();
    const line = scene.seq === null ? lines.at(-1) : lines.findLast(({ seq }) => seq <= (scene.seq ?? 0));
    const side: SessionRole = line?.hue === 'backchannel' ? 'backchannel' : 'main';
    const stops = over === 'callback' ? isCallback : over === 'journey' ? ({ hue }: { hue: string }) => hue === side : undefined;
    const to = stepFrom(lines, scene.seq, direction, scene.newest, stops);
    if (to !== undefined) simulation.goTo(to);
  };
  useCommands(MOMENT_COMMANDS, {
    isPast: () => simulation.moment.getState().seq !== null,
    isHeld: () => heldSession(simulation) !== null,
    stepHeld() {
      const session = heldSession(simulation);
      if (session !== null) void simulation.control.goOn(session, true);
    },
    hasEvents: () => linesNow().length > 0,
    step,
    first: () => simulation.goTo(0),
    now: () => simulation.goTo(null),
  });
}
