import type { CustomAttribute, Json } from '@tandem/journey';
import { Segmented, TextField } from '../../components/index.ts';
import { errorAt } from '../parts/errors.ts';
import { FormGroup } from '../parts/FormGroup.tsx';
import { TextsField } from '../parts/ListFields.tsx';

type Values = Record<string, Json>;

interface CustomFieldProps {
  attribute: CustomAttribute;
  value: Json | undefined;
  error: string | undefined;
  /** undefined takes the attribute away. */
  onChange(value: Json | undefined): void;
}

function CustomField({ attribute: { name, title, type }, value, error, onChange }: CustomFieldProps) {
  const label = title || name;
  switch (type) {
    case 'array':
      return (
        <TextsField
          label={label}
          add="Add value"
          error={error}
          texts={Array.isArray(value) ? value.map(String) : []}
          onChange={(texts) => onChange(texts.length === 0 ? undefined : [...texts])}
        />
      );
    case 'boolean':
      return (
        <Segmented
          label={label}
          options={[
            { value: 'unset', label: 'not set' },
            { value: 'true', label: 'true' },
            { value: 'false', label: 'false' },
          ]}
          value={typeof value === 'boolean' ? String(value) : 'unset'}
          onChange={(next) => onChange(next === 'unset' ? undefined : next === 'true')}
          error={error}
        />
      );
    case 'number':
      // Text on the way to a number ("-", "1e") is kept as text until it is one.
      return (
        <TextField
          label={label}
          inputMode="decimal"
          value={value === undefined ? '' : String(value)}
          onChange={(text) => onChange(text.trim() === '' ? undefined : String(Number(text)) === text.trim() ? Number(text) : text)}
          error={typeof value === 'string' ? 'A number, such as 7.' : error}
        />
      );
    case 'string':
      return (
        <TextField
          label={label}
          value={typeof value === 'string' ? value : ''}
          onChange={(text) => onChange(text === '' ? undefined : text)}
          error={error}
        />
      );
  }
}

/** The realm's custom attributes, each by its type. */
export function CustomFields({
  customs,
  values,
  failure,
  onChange,
}: {
  customs: readonly CustomAttribute[];
  values: Values;
  failure: unknown;
  onChange(values: Values): void;
}) {
  return (
    <FormGroup title="Custom attributes" help="The services of the realm say which there are.">
      {customs.map((attribute) => (
        <CustomField
          key={attribute.name}
          attribute={attribute}
          value={values[attribute.name]}
          error={errorAt(failure, attribute.name)}
          onChange={(value) => {
            const { [attribute.name]: _, ...others } = values;
            onChange(value === undefined ? others : { ...others, [attribute.name]: value });
          }}
        />
      ))}
    </FormGroup>
  );
}
