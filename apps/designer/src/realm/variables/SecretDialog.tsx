import { TextField } from '../../components/index.ts';
import { EditDialog } from '../parts/EditDialog.tsx';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Content } from '../queries.ts';

export interface SecretDialogProps {
  realm: string;
  secret: Content<'secrets'> | null;
  taken: readonly string[];
  onClose(): void;
}

/** A secret: its value goes to the server and never comes back. */
export function SecretDialog({ realm, secret, taken, onClose }: SecretDialogProps) {
  const { form, set, failure, idProblem, dialog } = useContentForm({
    realm,
    kind: 'secrets',
    id: secret?._id ?? null,
    initial: { id: secret?._id ?? 'esv-', value: '', description: secret?.description ?? '' },
    bodyOf: ({ value, description }) => ({ ...(value === '' ? {} : { value }), ...(description === '' ? {} : { description }) }),
    taken,
    onClose,
  });
  return (
    <EditDialog
      {...dialog}
      title={secret?._id ?? 'New secret'}
      word="secret"
      places={['id', 'value', 'description']}
      deleteHint="Scripts that ask for it fail."
    >
      <FormGroup title="Secret">
        {secret ? null : (
          <TextField
            label="Name"
            mono
            autoFocus
            value={form.id}
            onChange={(id) => set({ id })}
            help="As scripts ask for it, such as esv-gateway-key."
            error={idProblem ?? errorAt(failure, 'id')}
          />
        )}
        <TextField
          label={secret ? 'New value' : 'Value'}
          type="password"
          autoComplete="off"
          value={form.value}
          onChange={(value) => set({ value })}
          help={secret ? 'Empty: the value stays as it is.' : 'Kept encrypted; nobody can read it here again.'}
          error={errorAt(failure, 'value')}
        />
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
