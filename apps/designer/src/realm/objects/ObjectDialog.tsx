import type { ManagedObjectView } from '@tandem/api';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField, toast } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { focusSection } from '../parts/Section.tsx';
import { useForm } from '../parts/useForm.ts';
import { FurtherFields } from '../people/FurtherFields.tsx';
import { removeObject, saveObject } from '../queries.ts';
import { attributeProblem, bodyOf, formOf, nameOf } from './form.ts';
import { TypeField, typeProblem } from './TypeField.tsx';

export interface ObjectDialogProps {
  realm: string;
  /** null: a new one. */
  managed: ManagedObjectView | null;
  /** As it is now: a run or another person may change it while it is open. */
  now: ManagedObjectView | undefined;
  /** Type that a new one begins with. */
  type: string;
  known: readonly string[];
  onClose(): void;
}

/** One managed object that is no user. */
export function ObjectDialog({ realm, managed, now, type, known, onClose }: ObjectDialogProps) {
  const queries = useQueryClient();
  const [id] = useState(() => managed?.object._id ?? crypto.randomUUID());
  const [tried, setTried] = useState(false);
  const { form, set, isDirty, failure, isBusy, save } = useForm(
    formOf(managed, type),
    async (current) => {
      const body = bodyOf(current);
      if (body) await saveObject(realm, current.type.trim(), id, body);
    },
    { saved: managed ? 'Saved' : 'Created the object', onSaved: onClose, stored: now && formOf(now, type) },
  );
  const wrongType = typeProblem(form.type);
  const text = (name: string, label: string, autoFocus = false) => (
    <TextField
      label={label}
      autoFocus={autoFocus}
      value={form.texts[name] ?? ''}
      onChange={(value) => set({ texts: { ...form.texts, [name]: value } })}
      error={errorAt(failure, name)}
    />
  );
  return (
    <EditDialog
      title={managed ? nameOf(managed) : 'New object'}
      word="object"
      isNew={managed === null}
      isDirty={isDirty}
      places={['type', 'name', 'description']}
      failure={failure}
      isBusy={isBusy}
      onSave={() => {
        setTried(true);
        if (wrongType === undefined && bodyOf(form) !== null) save();
      }}
      onDelete={
        managed
          ? async () => {
              await removeObject(realm, managed.type, id);
              toast(`Deleted ${nameOf(managed)}`);
              await queries.invalidateQueries();
              onClose();
              focusSection();
            }
          : undefined
      }
      deleteHint="Simulations that run already keep their own copy."
      onClose={onClose}
    >
      <FormGroup title="Object" {...(managed ? { help: `managed/${managed.type}/${id}` } : {})}>
        {managed ? null : (
          <TypeField
            realm={realm}
            known={known}
            value={form.type}
            onChange={(next) => set({ type: next })}
            error={(tried ? wrongType : undefined) ?? errorAt(failure, 'type')}
          />
        )}
        {text('name', 'Name', managed === null)}
        {text('description', 'Description')}
      </FormGroup>
      <FurtherFields attributes={form.further} isTried={tried} problemOf={attributeProblem} onChange={(further) => set({ further })} />
    </EditDialog>
  );
}
