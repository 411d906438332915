import { RefreshCw } from 'lucide-react';
import { Button } from '../components/index.ts';
import { useAgain } from './useAgain.ts';

/** Beside what the realm lacks: once it is added, only a new simulation has it. */
export function SimulateAgain() {
  const { start, busy, problem } = useAgain();
  return (
    <>
      <Button size="small" icon={<RefreshCw size={12} aria-hidden="true" />} isDisabled={busy} onPress={() => void start()}>
        Simulate the realm as it is now
      </Button>
      {problem === null ? null : (
        <span role="alert">{` The simulation was not started: ${problem instanceof Error ? problem.message : String(problem)}`}</span>
      )}
    </>
  );
}
