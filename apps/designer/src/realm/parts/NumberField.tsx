import { TextField } from '../../components/index.ts';

const WHOLE = /^-?\d+$/;

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
  /** The least that is taken; 0 unless told. */
  min?: 0 | 1;
}

const RANGES = ['A whole number, 0 or more.', 'A whole number above 0.'] as const;

/** A whole number, kept as it is typed. */
export function NumberField({ value, error, min = 0, ...props }: NumberFieldProps) {
  const text = value.trim();
  const isWrong = text !== '' && !(WHOLE.test(text) && Number(text) >= min);
  return <TextField {...props} value={value} inputMode="numeric" error={isWrong ? RANGES[min] : error} />;
}
