import { Segmented, Select, Switch, TextField } from '../../components/index.ts';
import { AttributeField } from './AttributeField.tsx';
import { asText, type FieldProps } from './types.ts';
import { VariableMenu } from './VariableMenu.tsx';

/** An empty text is no value: the property goes, and AM takes its default. */
const orNothing = (text: string) => (text === '' ? undefined : text);

export function StringField(props: FieldProps) {
  const { field, value, error, onChange } = props;
  if (field.suggests === 'userAttribute') return <AttributeField {...props} />;
  return (
    <TextField
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      value={asText(value)}
      onChange={(text) => onChange(orNothing(text))}
      after={<VariableMenu label={field.label} onPick={(reference) => onChange(`${asText(value)}${reference}`)} />}
    />
  );
}

export function MultilineField({ field, value, error, onChange }: FieldProps) {
  return (
    <div className="field">
      <TextField label={field.label} help={field.help} error={error} rows={4} value={asText(value)} onChange={(text) => onChange(orNothing(text))} />
      <span className="field-actions">
        <VariableMenu label={field.label} onPick={(reference) => onChange(`${asText(value)}${reference}`)} />
      </span>
    </div>
  );
}

export function UrlField({ field, value, error, onChange }: FieldProps) {
  return (
    <TextField
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      mono
      inputMode="url"
      value={asText(value)}
      onChange={(text) => onChange(orNothing(text.trim()))}
      after={<VariableMenu label={field.label} onPick={(reference) => onChange(`${asText(value)}${reference}`)} />}
    />
  );
}

/** Text that is no number is kept as it was typed: the field says what would be right, and nothing typed is lost. */
export function NumberField({ field, value, error, onChange }: FieldProps) {
  const change = (text: string) => {
    const trimmed = text.trim();
    const number = Number(trimmed);
    onChange(trimmed === '' ? undefined : Number.isFinite(number) ? number : text);
  };
  return (
    <TextField
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      error={error}
      unit={field.unit}
      inputMode="numeric"
      value={asText(value)}
      onChange={change}
    />
  );
}

export function BooleanField({ field, value, onChange }: FieldProps) {
  return <Switch label={field.label} help={field.help} isSelected={value === true} onChange={onChange} />;
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
