import { Bot } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../../components/index.ts';
import { usePast, useSimulation } from '../hooks.ts';
import type { Side } from './store.ts';

const WHOSE = { main: 'browser', backchannel: 'phone' } as const;

/** Lets a player answer by itself, or takes it back. */
export function PilotSwitch({ side }: { side: Side }) {
  const { pilots } = useSimulation();
  const on = useStore(pilots, (all) => all[side].on);
  return (
    <IconButton
      size="small"
      label={`Autopilot of the ${WHOSE[side]}`}
      pressed={on}
      placement="top"
      icon={<Bot size={15} aria-hidden="true" />}
      onPress={() => pilots.setState((all) => ({ ...all, [side]: { on: !on, says: null, stopped: false } }))}
    />
  );
}

/** What the autopilot of a player did last, or why a person has to answer. */
export function PilotLine({ side }: { side: Side }) {
  const { pilots } = useSimulation();
  const { on, says, stopped } = useStore(pilots, (all) => all[side]);
  const past = usePast();
  if (!on || past) return null;
  return (
    <p className="sim-pilot" data-stopped={stopped || undefined} role="status">
      <Bot size={13} aria-hidden="true" />
      <span>{says ?? 'Autopilot is on'}</span>
    </p>
  );
}
