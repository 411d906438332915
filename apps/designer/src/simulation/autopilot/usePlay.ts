import { useEffect } from 'react';
import { useSimulation } from '../hooks.ts';

const NAME = 'play';

/** Plays the journey that the address asks for with both autopilots on, once; a reload does not play it again. */
export function usePlay(journey: string | null): void {
  const simulation = useSimulation();
  useEffect(() => {
    const url = new URL(location.href);
    if (journey === null || url.searchParams.get(NAME) === null) return;
    url.searchParams.delete(NAME);
    history.replaceState(history.state, '', url);
    setPilots(simulation, true);
    simulation.startRun(journey);
  }, [simulation, journey]);
}

/** Switches both autopilots. */
export function setPilots({ pilots }: Pick<ReturnType<typeof useSimulation>, 'pilots'>, on: boolean): void {
  const pilot = { on, says: null, stopped: false };
  pilots.setState({ main: pilot, backchannel: pilot });
}
