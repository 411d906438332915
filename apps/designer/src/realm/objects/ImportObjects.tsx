import { useState } from 'react';
import { Button, Dialog } from '../../components/index.ts';
import { ImportDialog } from '../people/ImportDialog.tsx';
import { importObjects } from '../queries.ts';
import { TypeField, typeProblem } from './TypeField.tsx';

export interface ImportObjectsProps {
  realm: string;
  file: File;
  /** Type that is offered first. */
  type: string;
  known: readonly string[];
  onAnother(): void;
  onClose(): void;
}

/** A file says nothing about the type of its objects: it is asked for, then they are taken. */
export function ImportObjects({ realm, file, type, known, onAnother, onClose }: ImportObjectsProps) {
  const [chosen, setChosen] = useState(type);
  const [isTaking, setTaking] = useState(false);
  const problem = typeProblem(chosen);
  if (isTaking) {
    return (
      <ImportDialog file={file} take={(format, text) => importObjects(realm, chosen.trim(), format, text)} onAnother={onAnother} onClose={onClose} />
    );
  }
  return (
    <Dialog
      title={`Import ${file.name}`}
      size="medium"
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={problem !== undefined} onPress={() => setTaking(true)}>
            Import objects
          </Button>
        </>
      }
    >
      <TypeField realm={realm} known={known} value={chosen} onChange={setChosen} error={chosen === '' ? undefined : problem} />
      <p className="dim">An object with the same _id, or else the same name, is changed; all rows are taken, or none.</p>
    </Dialog>
  );
}
