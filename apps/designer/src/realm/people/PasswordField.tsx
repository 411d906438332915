import { KeyRound, X } from 'lucide-react';
import { Button, TextField } from '../../components/index.ts';
import { FieldGroup } from '../../editor/fields/FieldGroup.tsx';
import type { PasswordChange } from './form.ts';

export interface PasswordFieldProps {
  hasPassword: boolean;
  isNew: boolean;
  change: PasswordChange;
  onChange(change: PasswordChange): void;
  error?: string | undefined;
}

const WORDS = { keep: { yes: 'Has a password.', no: 'Has no password, so no password logs in.' }, remove: 'Has no password once this is saved.' };

/** A password is never shown: it can be set, taken away, or left as it is. */
export function PasswordField({ hasPassword, isNew, change, onChange, error }: PasswordFieldProps) {
  const keep = () => onChange({ kind: 'keep' });
  if (change.kind === 'set') {
    return (
      <div className="password-field">
        <TextField
          label={hasPassword ? 'New password' : 'Password'}
          type="password"
          autoComplete="new-password"
          autoFocus={!isNew}
          value={change.password}
          onChange={(password) => onChange({ kind: 'set', password })}
          help={isNew ? 'Empty: no password logs in.' : 'Replaces the old one when this is saved.'}
          error={error}
        />
        {isNew ? null : (
          <Button size="small" icon={<X size={13} aria-hidden="true" />} onPress={keep}>
            Leave it as it was
          </Button>
        )}
      </div>
    );
  }
  return (
    <FieldGroup label="Password" error={error}>
      <span className="password-state">{change.kind === 'remove' ? WORDS.remove : WORDS.keep[hasPassword ? 'yes' : 'no']}</span>
      <span className="password-buttons">
        {change.kind === 'remove' ? (
          <Button size="small" onPress={keep}>
            Keep the password
          </Button>
        ) : (
          <>
            <Button size="small" icon={<KeyRound size={13} aria-hidden="true" />} onPress={() => onChange({ kind: 'set', password: '' })}>
              {hasPassword ? 'Change password' : 'Set a password'}
            </Button>
            {hasPassword ? (
              <Button size="small" kind="danger" onPress={() => onChange({ kind: 'remove' })}>
                Remove password
              </Button>
            ) : null}
          </>
        )}
      </span>
    </FieldGroup>
  );
}
