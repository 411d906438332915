import type { SimulationListEntry } from '@tandem/api';
import { Check, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ErrorBox, IconButton, TextField } from '../components/index.ts';
import { simulationTitle } from './title.ts';

/** As long as the server takes. */
const LONGEST = 120;

interface NameFieldProps {
  run: SimulationListEntry;
  onSubmit(name: string): Promise<void>;
  onLeave(): void;
}

/** The name where it stands: Enter saves it, Escape leaves it as it was. A refusal stays here with the name kept. */
export function NameField({ run, onSubmit, onLeave }: NameFieldProps) {
  const [name, setName] = useState(run.name ?? '');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const problem = name.trim().length > LONGEST ? `At most ${LONGEST} characters.` : undefined;
  const submit = async () => {
    if (busy || problem !== undefined) return;
    setBusy(true);
    setFailure(null);
    try {
      await onSubmit(name.trim());
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };
  const onForm = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className="run-naming" onSubmit={onForm}>
      <TextField
        label="Name of the simulation"
        hideLabel
        autoFocus
        placeholder={simulationTitle({ ...run, name: undefined }).title}
        value={name}
        onChange={setName}
        onFocus={(event) => {
          if (event.target instanceof HTMLInputElement) event.target.select();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
        }}
        error={problem}
      />
      <IconButton size="small" label="Save the name" isIdle={busy} icon={<Check size={15} aria-hidden="true" />} onPress={() => void submit()} />
      <IconButton size="small" label="Leave the name as it was" icon={<X size={15} aria-hidden="true" />} onPress={onLeave} />
      {failure ? <ErrorBox title="The simulation was not renamed" error={failure} onRetry={() => void submit()} /> : null}
    </form>
  );
}
