import type { FaultSetting } from '@tandem/api';
import { Plus, Smartphone, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button, focusWhenLost, IconButton, Switch } from '../../components/index.ts';
import { useScene, useSimulation } from '../hooks.ts';
import { AddFault } from './AddFault.tsx';
import { type ListedFault, listedFaults } from './faults.ts';
import { useFaults, useScriptNames } from './hooks.ts';
import { faultText } from './words.ts';

const HELP: Readonly<Record<FaultSetting['kind'], string>> = {
  'identity-store': 'Neither nodes nor scripts get anything from it.',
  script: 'Wherever a journey runs it.',
  http: 'Whatever the HTTP stubs say.',
  'clock-skew': 'Deadlines and waits are counted by each server’s own clock.',
};

/** What goes wrong on purpose, as switches. */
export default function Faults() {
  const { control } = useSimulation();
  const on = useFaults();
  const off = useStore(control.store, (state) => state.offFaults);
  const [isAdding, setAdding] = useState(false);
  const done = () => {
    setAdding(false);
    focusWhenLost('[data-faults] .sim-control-buttons .button');
  };
  return (
    <div className="sim-control" data-faults="">
      <p className="dim">What goes wrong from now on. What a journey makes of it is its own.</p>
      <ul className="sim-control-list" aria-label="Faults">
        {listedFaults(on, off).map((one) => (
          <Row key={one.key} one={one} />
        ))}
      </ul>
      {isAdding ? (
        <AddFault
          onAdd={(fault) => {
            void control.turnFault(fault, true);
            done();
          }}
          onCancel={done}
        />
      ) : (
        <div className="sim-control-buttons">
          <Button size="small" icon={<Plus size={13} aria-hidden="true" />} onPress={() => setAdding(true)}>
            Add a fault
          </Button>
        </div>
      )}
      <People />
    </div>
  );
}

function Row({ one: { key, fault, isOn } }: { one: ListedFault }) {
  const { control } = useSimulation();
  const words = capital(faultText(fault, useScriptNames()));
  const message = fault.kind === 'script' && fault.message !== undefined ? `“${fault.message}”` : HELP[fault.kind];
  return (
    <li className="sim-control-row">
      <Switch label={words} help={message} isSelected={isOn} onChange={(selected) => void control.turnFault(fault, selected)} />
      {fault.kind === 'identity-store' ? null : (
        <IconButton
          size="small"
          label={`Remove: ${words}`}
          icon={<Trash2 size={14} aria-hidden="true" />}
          onPress={() => {
            void control.removeFault(key);
            focusWhenLost('[data-faults] .sim-control-buttons .button');
          }}
        />
      )}
    </li>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What people do wrong needs no switch: the players do it. */
function People() {
  const simulation = useSimulation();
  const transaction = useScene((scene) => scene.transaction);
  const isOpened = (transaction?.sessions.length ?? 0) > 0;
  return (
    <section className="sim-control-people" aria-label="What people do">
      <h3>What people do</h3>
      <dl>
        <dt>The link is opened a second time</dt>
        <dd>
          {isOpened ? null : <span className="dim">Once the phone has opened it. </span>}
          <Button
            size="small"
            isDisabled={!isOpened}
            icon={<Smartphone size={13} aria-hidden="true" />}
            onPress={() => transaction && simulation.openTransaction(transaction.id)}
          >
            Open the link again
          </Button>
        </dd>
        <dt>Somebody else answers</dt>
        <dd className="dim">Type another user’s name into the phone, where the journey asks for one.</dd>
        <dt>The link is never opened</dt>
        <dd className="dim">Leave it, and move the clock to the deadline.</dd>
      </dl>
    </section>
  );
}
