import { type HTMLInputTypeAttribute, useState } from 'react';
import { useOnPage } from '../onPage.ts';
import { failedPolicies } from '../policies.ts';
import { inputName, outputFlag, outputText } from '../read.ts';
import { useWords } from '../words/context.ts';
import { Labelled } from './Labelled.tsx';
import { RepeatField } from './RepeatField.tsx';
import type { FieldProps } from './types.ts';

interface Manner {
  type: 'text' | 'password' | 'number';
  autoComplete: string;
}

/** By callback type. A password echoes only where the server says so. */
const MANNERS: Record<string, Manner> = {
  NameCallback: { type: 'text', autoComplete: 'username' },
  PasswordCallback: { type: 'password', autoComplete: 'current-password' },
  TextInputCallback: { type: 'text', autoComplete: 'off' },
  StringAttributeInputCallback: { type: 'text', autoComplete: 'on' },
  NumberAttributeInputCallback: { type: 'number', autoComplete: 'off' },
  ValidatedCreateUsernameCallback: { type: 'text', autoComplete: 'username' },
  ValidatedCreatePasswordCallback: { type: 'password', autoComplete: 'new-password' },
};

/** What browsers and phones know about managed attributes: how they are filled in, and which keys they are typed with. */
const ATTRIBUTES: Record<string, { autoComplete: string; type?: HTMLInputTypeAttribute }> = {
  mail: { autoComplete: 'email', type: 'email' },
  givenName: { autoComplete: 'given-name' },
  sn: { autoComplete: 'family-name' },
  telephoneNumber: { autoComplete: 'tel', type: 'tel' },
  postalAddress: { autoComplete: 'street-address' },
  postalCode: { autoComplete: 'postal-code' },
  city: { autoComplete: 'address-level2' },
  country: { autoComplete: 'country-name' },
};

export function TextField({ callback, values, id, readOnly, repeat, onChange }: FieldProps) {
  const words = useWords();
  const onPage = useOnPage();
  const [shown, setShown] = useState(false);
  const name = inputName(callback);
  const manner = MANNERS[callback.type] ?? { type: 'text', autoComplete: 'off' };
  if (!name) return null;
  const value = values[name];
  const attribute = ATTRIBUTES[outputText(callback, 'name')];
  const secret = manner.type === 'password' && !outputFlag(callback, 'echoOn');
  const plain = manner.type === 'password' ? 'text' : manner.type === 'text' ? (attribute?.type ?? 'text') : manner.type;
  const type = secret && !shown ? 'password' : plain;
  const label = outputText(callback, 'prompt') || words.prompts[callback.type] || callback.type;
  const field = (
    <Labelled id={id} label={label} required={outputFlag(callback, 'required')} errors={failedPolicies(callback, words)}>
      {(described) => (
        <div className="cb-line-of">
          <input
            {...described}
            className="cb-input"
            id={id}
            name={name}
            type={type}
            step={type === 'number' ? 'any' : undefined}
            inputMode={type === 'number' ? 'decimal' : undefined}
            autoComplete={attribute?.autoComplete ?? manner.autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            readOnly={readOnly}
            value={typeof value === 'string' || typeof value === 'number' ? value : ''}
            onChange={(event) => {
              const text = event.target.value;
              onChange(name, type === 'number' ? (text === '' ? null : Number(text)) : text);
            }}
          />
          {secret && onPage ? (
            <button type="button" className="cb-reveal" aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
              {shown ? words.hide : words.show}
              <span className="visually-hidden"> {label}</span>
            </button>
          ) : null}
        </div>
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
