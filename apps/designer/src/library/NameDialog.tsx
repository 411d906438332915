import { type FormEvent, useState } from 'react';
import { Button, Dialog, ErrorBox, TextField } from '../components/index.ts';
import { nameProblem } from './actions.ts';

export interface NameDialogProps {
  title: string;
  button: string;
  initial: string;
  taken: readonly string[];
  onSubmit(name: string): Promise<void>;
  onClose(): void;
}

/** Asks for the name of a new journey; a refusal stays here with the name kept. */
export function NameDialog({ title, button, initial, taken, onSubmit, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const problem = nameProblem(name, taken);
  const submit = async () => {
    setTried(true);
    if (problem !== null || busy) return;
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
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isIdle={busy} onPress={() => void submit()}>
            {button}
          </Button>
        </>
      }
    >
      <form onSubmit={onForm} className="name-form">
        <TextField
          label="Name"
          autoFocus
          value={name}
          onChange={setName}
          help="A journey is known by its name; it is part of its address."
          error={(tried || name !== initial) && problem !== null ? problem : undefined}
        />
      </form>
      {failure ? <ErrorBox title="The journey was not created" error={failure} onRetry={() => void submit()} /> : null}
    </Dialog>
  );
}
