import { deepEqual, type Json } from '@tandem/journey';
import { useState } from 'react';
import { asText, type FieldProps } from './types.ts';

/**
 * The text of a field while it is typed, where more than one text means what is stored: "1." on the way to "1.5", or nothing on the way from a default
 * to another value. When the field is left, or something else changes what is stored, it is as stored.
 *
 * @param meaning what a text is stored as; undefined takes the value away, so that it is the default
 * @returns what the text field is given
 */
export function useTyped(
  { field, value, onChange }: Pick<FieldProps, 'field' | 'value' | 'onChange'>,
  meaning: (text: string) => Json | undefined,
): { value: string; onChange(text: string): void; onBlur(): void } {
  const [typed, setTyped] = useState<string | null>(null);
  const isMeant = typed !== null && deepEqual(meaning(typed) ?? field.default, value);
  return {
    value: isMeant ? typed : asText(value),
    onChange(text) {
      setTyped(text);
      onChange(meaning(text));
    },
    onBlur: () => setTyped(null),
  };
}
