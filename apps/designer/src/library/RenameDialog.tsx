import type { SimulationListEntry } from '@tandem/api';
import { type FormEvent, useState } from 'react';
import { Button, Dialog, ErrorBox, TextField } from '../components/index.ts';
import { simulationTitle } from '../runs/title.ts';

interface RenameDialogProps {
  simulation: SimulationListEntry;
  onSubmit(name: string): Promise<void>;
  onClose(): void;
}

/** As long as the server takes. */
const LONGEST = 120;

/** Names a simulation; a refusal stays here with the name kept. */
export function RenameDialog({ simulation, onSubmit, onClose }: RenameDialogProps) {
  const [name, setName] = useState(simulation.name ?? '');
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
  const { title } = simulationTitle({ ...simulation, name: undefined });
  return (
    <Dialog
      title="Name the simulation"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isIdle={busy} onPress={() => void submit()}>
            Rename
          </Button>
        </>
      }
    >
      <form onSubmit={onForm} className="name-form">
        <TextField label="Name" autoFocus value={name} onChange={setName} help={`Empty: it goes by what ran in it, ${title}.`} error={problem} />
      </form>
      {failure ? <ErrorBox title="The simulation was not renamed" error={failure} onRetry={() => void submit()} /> : null}
    </Dialog>
  );
}
