import type { JourneyVersion } from '@tandem/api';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button, Dialog, ErrorBox, TextField } from '../components/index.ts';
import { nameVersion, versionsQuery } from './api.ts';
import { timeOf } from './words.ts';

interface NameVersionDialogProps {
  realm: string;
  journey: string;
  version: JourneyVersion;
  onClose(): void;
}

/** Gives a version a name, or takes it; named versions are kept for good. */
export function NameVersionDialog({ realm, journey, version, onClose }: NameVersionDialogProps) {
  const queries = useQueryClient();
  const [name, setName] = useState(version.name ?? '');
  const [failure, setFailure] = useState<unknown>(null);
  const submit = async () => {
    try {
      await nameVersion(realm, journey, version.version, name.trim() === '' ? null : name.trim());
      await queries.invalidateQueries({ queryKey: versionsQuery(realm, journey).queryKey });
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Dialog
      title="Name this version"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={() => void submit()}>
            Save name
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          label="Name"
          autoFocus
          maxLength={120}
          value={name}
          onChange={setName}
          placeholder="Before the go-live"
          help={`Saved ${timeOf(version.savedAt)}. A version with a name is kept for good; of the others, the newest 200. Empty: no name.`}
        />
      </form>
      {failure ? <ErrorBox title="The name was not saved" error={failure} /> : null}
    </Dialog>
  );
}
