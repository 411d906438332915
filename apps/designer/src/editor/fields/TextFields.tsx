import { Segmented, Select, Switch, TextField } from '../../components/index.ts';
import { AttributeField } from './AttributeField.tsx';
import { asText, type FieldProps } from './types.ts';
import { useTyped } from './useTyped.ts';
import { VariableMenu } from './VariableMenu.tsx';

/** An empty text is no value: the property goes, and AM takes its default. */
const orNothing = (text: string) => (text === '' ? undefined : text);

export function StringField(props: FieldProps) {
  return props.field.suggests === 'userAttribute' ? <AttributeField {...props} /> : <PlainField {...props} />;
}

function PlainField(props: FieldProps) {
  const { field, value, error, onChange } = props;
  const typed = useTyped(props, orNothing);
  return (
    <TextField
      {...typed}
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      after={<VariableMenu label={field.label} onPick={(reference) => onChange(`${asText(value)}${reference}`)} />}
    />
  );
}

export function MultilineField(props: FieldProps) {
  const { field, value, error, onChange } = props;
  const typed = useTyped(props, orNothing);
  return (
    <div className="field">
      <TextField {...typed} label={field.label} help={field.help} error={error} rows={4} />
      <span className="field-actions">
        <VariableMenu label={field.label} onPick={(reference) => onChange(`${asText(value)}${reference}`)} />
      </span>
    </div>
  );
}

const trimmed = (text: string) => orNothing(text.trim());

export function UrlField(props: FieldProps) {
  const { field, value, error, onChange } = props;
  const typed = useTyped(props, trimmed);
  return (
    <TextField
      {...typed}
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      mono
      inputMode="url"
      after={<VariableMenu label={field.label} onPick={(reference) => onChange(`${asText(value)}${reference}`)} />}
    />
  );
}

/** Text that is no number is kept as it was typed: the field says what would be right, and nothing typed is lost. */
const numberOf = (text: string) => (text.trim() === '' ? undefined : Number.isFinite(Number(text)) ? Number(text) : text);

export function NumberField(props: FieldProps) {
  const { field, error } = props;
  const typed = useTyped(props, numberOf);
  return (
    <TextField
      {...typed}
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      unit={field.unit}
      inputMode={field.kind === 'number' ? 'decimal' : 'numeric'}
    />
  );
}

export function BooleanField({ field, value, error, onChange }: FieldProps) {
  return <Switch label={field.label} help={field.help} error={error} isSelected={value === true} onChange={onChange} />;
}

/** Few short options are shown at once, more are a list. */
export function EnumField({ field, value, error, onChange }: FieldProps) {
  const options = field.options ?? [];
  const letters = options.reduce((sum, option) => sum + option.label.length, 0);
  const chosen = asText(value);
  const listed = options.some((option) => option.value === chosen) || chosen === '' ? options : [...options, { value: chosen, label: chosen }];
  if (options.length <= 4 && letters <= 28) {
    return <Segmented label={field.label} help={field.help} error={error} options={listed} value={chosen || null} onChange={onChange} />;
  }
  return <Select label={field.label} help={field.help} error={error} options={listed} value={chosen || null} onChange={onChange} />;
}
