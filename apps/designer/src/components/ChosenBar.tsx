import './chosenBar.css';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface ChosenBarProps {
  /** What is chosen: "Chosen journeys". */
  label: string;
  count: number;
  onClear(): void;
  /** What can be done with it. */
  children: ReactNode;
}

/** What can be done with everything that is chosen in a list; stays in sight while the list scrolls. */
export function ChosenBar({ label, count, onClear, children }: ChosenBarProps) {
  return (
    <section className="chosen-bar" aria-label={label}>
      <strong className="numeric" role="status">{`${count} chosen`}</strong>
      {children}
      <Button kind="quiet" icon={<X size={15} aria-hidden="true" />} onPress={onClear}>
        Choose none
      </Button>
    </section>
  );
}
