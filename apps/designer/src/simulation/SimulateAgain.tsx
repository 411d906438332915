import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../components/index.ts';
import { simulateAgain } from './again.ts';
import { useSimulation } from './hooks.ts';

/** Beside what the realm lacks: once it is added, only a new simulation has it. */
export function SimulateAgain() {
  const simulation = useSimulation();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await simulateAgain(simulation);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <>
      <Button size="small" icon={<RefreshCw size={12} aria-hidden="true" />} isDisabled={busy} onPress={() => void start()}>
        Simulate the realm as it is now
      </Button>
      {problem === null ? null : <span role="alert">{` The simulation was not started: ${problem}`}</span>}
    </>
  );
}
