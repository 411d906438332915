import type { ReactNode } from 'react';
import { TextField } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import type { useContentForm } from '../parts/useContentForm.ts';

interface EsvForm {
  id: string;
  description: string;
}

interface EsvDialogProps {
  kind: 'variable' | 'secret';
  /** Absent: it is made here, and named. */
  id: string | undefined;
  title: string;
  nameHelp: string;
  deleteHint: string;
  /** Fields of the server's answer that have a place in this dialog, beside name and description. */
  places: readonly string[];
  form: EsvForm;
  set(values: Partial<EsvForm>): void;
  idProblem: string | undefined;
  failure: unknown;
  dialog: ReturnType<typeof useContentForm>['dialog'];
  /** Its type and value. */
  children: ReactNode;
}

/** What variables and secrets have in common: a name that is given once, and a description. */
export function EsvDialog({ kind, id, title, nameHelp, deleteHint, places, form, set, idProblem, failure, dialog, children }: EsvDialogProps) {
  return (
    <EditDialog {...dialog} title={id ?? title} word={kind} places={['id', ...places, 'description']} deleteHint={deleteHint}>
      <FormGroup title={kind === 'secret' ? 'Secret' : 'Variable'}>
        {id === undefined ? (
          <TextField
            label="Name"
            mono
            autoFocus
            value={form.id}
            onChange={(name) => set({ id: name })}
            help={nameHelp}
            error={idProblem ?? errorAt(failure, 'id')}
          />
        ) : null}
        {children}
        <div className="form-whole">
          <TextField
            label="Description"
            value={form.description}
            onChange={(description) => set({ description })}
            error={errorAt(failure, 'description')}
          />
        </div>
      </FormGroup>
    </EditDialog>
  );
}
