import type { Json } from '@tandem/journey';
import type { ConfigField } from '@tandem/nodes';

/** What every field of the form gets. */
export interface FieldProps {
  id: string;
  field: ConfigField;
  /** Stored value, or the default where nothing is stored. */
  value: Json | undefined;
  error: string | undefined;
  /** undefined takes the property away. */
  onChange(value: Json | undefined): void;
}

export const asText = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** Entries of a list as they are typed; what is no number is kept until it is one. */
export const asEntries = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export function asTexts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
