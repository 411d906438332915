import { TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { useContentForm } from '../parts/useContentForm.ts';
import type { Stored } from '../queries.ts';
import { EsvDialog } from './EsvDialog.tsx';

export interface SecretDialogProps {
  realm: string;
  secret: Stored<'secrets'> | null;
  onClose(): void;
}

/** A secret: its value goes to the server and never comes back. */
export function SecretDialog({ realm, secret, onClose }: SecretDialogProps) {
  const { form, set, failure, idProblem, dialog } = useContentForm({
    realm,
    kind: 'secrets',
    stored: secret,
    formOf: (stored) => ({ id: stored?._id ?? 'esv-', value: '', description: stored?.description ?? '' }),
    bodyOf: ({ value, description }) => ({ ...(value === '' ? {} : { value }), ...(description === '' ? {} : { description }) }),
    words: ({ value, description }) => [
      ['Value', value === '' ? '' : 'a new one'],
      ['Description', description],
    ],
    onClose,
  });
  return (
    <EsvDialog
      {...{ form, set, failure, idProblem, dialog }}
      kind="secret"
      id={secret?.content._id}
      title="New secret"
      nameHelp="As scripts ask for it, such as esv-gateway-key."
      deleteHint="Scripts that ask for it fail."
      places={['value']}
    >
      <TextField
        label={secret ? 'New value' : 'Value'}
        type="password"
        autoComplete="off"
        value={form.value}
        onChange={(value) => set({ value })}
        help={secret ? 'Empty: the value stays as it is.' : 'Kept encrypted; nobody can read it here again.'}
        error={errorAt(failure, 'value')}
      />
    </EsvDialog>
  );
}
