import { ADMIN_PASSWORD_LEAST } from '@tandem/api';
import { type FormEvent, useState } from 'react';
import { ProblemError, requestNothing } from '../app/index.ts';
import { Button, TextField, toast } from '../components/index.ts';

type Field = 'current' | 'password' | 'again';
const EMPTY: Record<Field, string> = { current: '', password: '', again: '' };

/** @param isLocal the old password need not be known: it may be what was forgotten */
export function PasswordForm({ isLocal }: { isLocal: boolean }) {
  const [values, setValues] = useState(EMPTY);
  const [errors, setErrors] = useState<Partial<Record<Field, string>>>({});
  const [isSaving, setSaving] = useState(false);
  const field = (name: Field) => ({
    value: values[name],
    onChange: (value: string) => {
      setValues((before) => ({ ...before, [name]: value }));
      setErrors((before) => ({ ...before, [name]: undefined }));
    },
    error: errors[name],
    type: 'password' as const,
    autoComplete: name === 'current' ? 'current-password' : 'new-password',
  });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = check(values, isLocal);
    setErrors(wrong);
    if (Object.keys(wrong).length > 0 || isSaving) return;
    setSaving(true);
    try {
      const { password, current } = values;
      await requestNothing('/api/session/password', { method: 'PUT', body: isLocal ? { password } : { current, password } });
      setValues(EMPTY);
      toast('The password of amadmin is changed. All other sessions have ended.');
    } catch (error) {
      const issue = error instanceof ProblemError ? error.errors[0] : undefined;
      const at = issue?.field === 'current' || (error instanceof ProblemError && error.status === 429 && !isLocal) ? 'current' : 'password';
      setErrors({ [at]: issue?.message ?? (error as Error).message });
    } finally {
      setSaving(false);
    }
  };
  return (
    <form className="server-form" onSubmit={(event) => void save(event)}>
      <input type="text" name="username" autoComplete="username" value="amadmin" readOnly hidden />
      {isLocal ? null : <TextField label="Current password" {...field('current')} />}
      <TextField label="New password" help={`At least ${ADMIN_PASSWORD_LEAST} characters.`} {...field('password')} />
      <TextField label="New password again" {...field('again')} />
      <Button type="submit" kind="primary" isIdle={isSaving}>
        Change password
      </Button>
    </form>
  );
}

function check({ current, password, again }: Record<Field, string>, isLocal: boolean): Partial<Record<Field, string>> {
  return {
    ...(isLocal || current !== '' ? {} : { current: 'Enter the password as it is now.' }),
    ...(password.length < ADMIN_PASSWORD_LEAST ? { password: `Enter at least ${ADMIN_PASSWORD_LEAST} characters.` } : {}),
    ...(password === again ? {} : { again: 'The two differ. Enter the same password twice.' }),
  };
}
