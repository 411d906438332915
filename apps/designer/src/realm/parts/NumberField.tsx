import { TextField } from '../../components/index.ts';

const WHOLE = /^\d+$/;

/** The number that was typed; other text as it is, for the server to refuse at its field. Empty: undefined. */
export function numberOf(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return WHOLE.test(trimmed) ? Number(trimmed) : trimmed;
}

export interface NumberFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  unit?: string;
  help?: string;
  placeholder?: string;
  error?: string | undefined;
}

/** A whole number, kept as it is typed. */
export function NumberField({ value, error, ...props }: NumberFieldProps) {
  const isWrong = value.trim() !== '' && !WHOLE.test(value.trim());
  return <TextField {...props} value={value} inputMode="numeric" error={isWrong ? 'A whole number, such as 60.' : error} />;
}
