import { failedPolicies } from '../policies.ts';
import { inputName, outputFlag, outputText } from '../read.ts';
import { Labelled } from './Labelled.tsx';
import { RepeatField } from './RepeatField.tsx';
import type { FieldProps } from './types.ts';

interface Manner {
  fallback: string;
  type: 'text' | 'password' | 'number';
  autoComplete: string;
}

/** By callback type. A password echoes only where the server says so. */
const MANNERS: Record<string, Manner> = {
  NameCallback: { fallback: 'User Name', type: 'text', autoComplete: 'username' },
  PasswordCallback: { fallback: 'Password', type: 'password', autoComplete: 'current-password' },
  TextInputCallback: { fallback: 'Answer', type: 'text', autoComplete: 'off' },
  StringAttributeInputCallback: { fallback: 'Value', type: 'text', autoComplete: 'on' },
  NumberAttributeInputCallback: { fallback: 'Number', type: 'number', autoComplete: 'off' },
  ValidatedCreateUsernameCallback: { fallback: 'User Name', type: 'text', autoComplete: 'username' },
  ValidatedCreatePasswordCallback: { fallback: 'Password', type: 'password', autoComplete: 'new-password' },
};

const AUTOCOMPLETE: Record<string, string> = { mail: 'email', givenName: 'given-name', sn: 'family-name', telephoneNumber: 'tel' };

export function TextField({ callback, values, id, readOnly, repeat, onChange }: FieldProps) {
  const name = inputName(callback);
  const manner = MANNERS[callback.type] ?? { fallback: callback.type, type: 'text', autoComplete: 'off' };
  if (!name) return null;
  const value = values[name];
  const secret = manner.type === 'password' && !outputFlag(callback, 'echoOn');
  const type = secret ? 'password' : manner.type === 'password' ? 'text' : manner.type;
  const label = outputText(callback, 'prompt') || manner.fallback;
  const field = (
    <Labelled id={id} label={label} required={outputFlag(callback, 'required')} errors={failedPolicies(callback)}>
      {(described) => (
        <input
          {...described}
          className="cb-input"
          id={id}
          name={name}
          type={type}
          step={type === 'number' ? 'any' : undefined}
          autoComplete={AUTOCOMPLETE[outputText(callback, 'name')] ?? manner.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          readOnly={readOnly}
          value={typeof value === 'string' || typeof value === 'number' ? value : ''}
          onChange={(event) => {
            const text = event.target.value;
            onChange(name, type === 'number' ? (text === '' ? null : Number(text)) : text);
          }}
        />
      )}
    </Labelled>
  );
  if (!repeat) return field;
  return (
    <>
      {field}
      <RepeatField id={`${id}-again`} label={label} readOnly={readOnly} repeat={repeat} />
    </>
  );
}
