import { Unplug } from 'lucide-react';
import { Button } from '../components/index.ts';
import { useLive, useSimulation } from './hooks.ts';

/** Says that what is shown may be old. The view is read again as soon as the server answers. */
export function LostConnection() {
  const simulation = useSimulation();
  const lost = useLive((state) => state.connection === 'lost');
  if (!lost) return null;
  return (
    <div className="sim-lost" role="alert">
      <Unplug size={16} aria-hidden="true" />
      <span>The connection to the simulation is lost. What you see may be old; typed answers are kept.</span>
      <Button size="small" onPress={simulation.reconnect}>
        Connect now
      </Button>
    </div>
  );
}
