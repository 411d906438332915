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

export function asTexts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}
