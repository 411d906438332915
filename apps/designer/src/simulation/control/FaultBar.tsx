import { TriangleAlert } from 'lucide-react';
import { Button, focusWhenLost } from '../../components/index.ts';
import { useSimulation } from '../hooks.ts';
import { useFaults, useScriptNames } from './hooks.ts';
import { faultText } from './words.ts';

/** What goes wrong on purpose, so that nobody looks for a mistake there. */
export default function FaultBar() {
  const { control } = useSimulation();
  const faults = useFaults();
  const scriptName = useScriptNames();
  return (
    <section className="sim-faults-on" aria-label="Faults that are on">
      <TriangleAlert size={15} aria-hidden="true" />
      <span>
        <strong>{faults.length === 1 ? 'A fault is on: ' : `${faults.length} faults are on: `}</strong>
        {faults.map((fault) => faultText(fault, scriptName)).join('; ')}
      </span>
      <Button
        size="small"
        onPress={() => {
          void control.endFaults();
          focusWhenLost('[data-faults] button', '.sim h1');
        }}
      >
        {faults.length === 1 ? 'End it' : 'End all faults'}
      </Button>
    </section>
  );
}
