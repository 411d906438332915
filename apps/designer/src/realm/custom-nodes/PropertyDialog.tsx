import '../parts/form.css';
import { type CustomNodeProperty, deepEqual } from '@tandem/journey';
import { PROPERTY_TYPES, valueWords } from '@tandem/nodes';
import { type FormEvent, useState } from 'react';
import { Button, Dialog, DiscardDialog, Select, Switch, TextField } from '../../components/index.ts';
import { FieldGroup } from '../../editor/fields/FieldGroup.tsx';
import { FormGroup } from '../parts/FormGroup.tsx';
import { PairsField, TextsField } from '../parts/ListFields.tsx';
import { formOf, isListOfTexts, type PropertyForm, readForm } from './propertyForm.ts';
import { typeName } from './words.ts';

interface Props {
  /** null: a new one. */
  name: string | null;
  property: CustomNodeProperty | undefined;
  taken: readonly string[];
  onApply(name: string, property: CustomNodeProperty): void;
  onClose(): void;
}

/** Adds or edits a property. What is wrong is said once somebody has tried to apply it. */
export function PropertyDialog({ name, property, taken, onApply, onClose }: Props) {
  const [initial] = useState(() => formOf(name ?? '', property));
  const [form, setForm] = useState(initial);
  const [asking, setAsking] = useState(false);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<PropertyForm>) => setForm((before) => ({ ...before, ...part }));
  const read = readForm(form, taken, property);
  const errors = tried && 'errors' in read ? read.errors : {};
  const close = () => (deepEqual(form, initial) ? onClose() : setAsking(true));
  const apply = () => {
    setTried(true);
    if ('property' in read) onApply(form.name, read.property);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    apply();
  };
  return (
    <Dialog
      title={name === null ? 'Add property' : `Edit property ${name}`}
      isOpen
      size="wide"
      role="alertdialog"
      onClose={close}
      footer={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button kind="primary" onPress={apply}>
            {name === null ? 'Add property' : 'Apply'}
          </Button>
        </>
      }
    >
      <form className="edit-form" onSubmit={onSubmit}>
        <FormGroup title="Property">
          <TextField
            label="Name"
            mono
            autoFocus={name === null}
            value={form.name}
            error={errors.name}
            help="Scripts read it as properties.name."
            onChange={(text) => set({ name: text })}
          />
          <TextField
            label="Label"
            value={form.title}
            error={errors.title}
            help="What the field is called in the settings of the node."
            onChange={(title) => set({ title })}
          />
          <div className="form-whole">
            <TextField
              label="Description (optional)"
              rows={2}
              value={form.description}
              help="Shown as help at the field."
              onChange={(description) => set({ description })}
            />
          </div>
        </FormGroup>
        <FormGroup title="Value">
          <Select
            label="Type"
            options={PROPERTY_TYPES.map((value) => ({ value, label: typeName(value) }))}
            value={form.type}
            error={errors.type}
            onChange={(type) => set({ type, one: '', many: [] })}
          />
          <div>
            <Switch label="Required" isSelected={form.required} onChange={(required) => set({ required })} />
            <Switch label="Multi-valued" isSelected={form.multivalued} onChange={(multivalued) => set({ multivalued, one: '', many: [] })} />
          </div>
          {form.type === 'STRING' ? (
            <div className="form-whole type-keys">
              <Switch
                label="Enumerated values"
                help="A list of texts of which one is chosen. Nodes keep the key; people see the label."
                isSelected={form.hasOptions}
                onChange={(hasOptions) => set({ hasOptions, options: hasOptions && form.options.length === 0 ? [['', '']] : form.options })}
              />
              {form.hasOptions ? (
                <PairsField
                  label="Values"
                  error={errors.options}
                  pairs={form.options}
                  onChange={(options) => set({ options })}
                  nameLabel="Key"
                  textLabel="Label"
                  add="Add value"
                />
              ) : null}
            </div>
          ) : null}
        </FormGroup>
        <FormGroup title={form.multivalued ? 'Default values' : 'Default value'}>
          <div className="form-whole type-keys">
            <Switch
              label={form.multivalued ? 'Provide default values' : 'Provide a default value'}
              help="What a node starts with."
              isSelected={form.hasDefault}
              onChange={(hasDefault) => set({ hasDefault, ...(hasDefault ? blankDefault(form) : {}) })}
            />
            {form.hasDefault ? <DefaultField form={form} error={errors.defaultValue} onChange={set} /> : null}
          </div>
        </FormGroup>
        {/* Enter in a field submits a form only where it has a button for that; the one that is seen stands in the footer. */}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
      {asking ? <DiscardDialog onDiscard={onClose} onStay={() => setAsking(false)} /> : null}
    </Dialog>
  );
}

function blankDefault({ type, multivalued, one }: PropertyForm): Partial<PropertyForm> {
  if (one !== '') return {};
  if (isListOfTexts({ type, multivalued })) return {};
  if (multivalued) return { one: '[]' };
  return type === 'OBJECT' ? { one: '{}' } : type === 'BOOLEAN' ? { one: 'false' } : {};
}

interface DefaultProps {
  form: PropertyForm;
  error: string | undefined;
  onChange(part: Partial<PropertyForm>): void;
}

function DefaultField({ form, error, onChange }: DefaultProps) {
  const { type, multivalued, hasOptions, options, one, many } = form;
  const choices = options.filter(([key]) => key !== '').map(([value, label]) => ({ value, label: label === '' ? value : label, detail: value }));
  const label = multivalued ? 'Default values' : 'Default value';
  if (hasOptions && type === 'STRING') {
    if (!multivalued)
      return <Select label={label} options={choices} value={one === '' ? null : one} error={error} onChange={(key) => onChange({ one: key })} />;
    return (
      <FieldGroup label={label} error={error}>
        {choices.map(({ value, label: text }) => (
          <label key={value} className="type-choice">
            <input
              type="checkbox"
              checked={many.includes(value)}
              onChange={(event) => onChange({ many: event.target.checked ? [...many, value] : many.filter((key) => key !== value) })}
            />
            {text}
          </label>
        ))}
      </FieldGroup>
    );
  }
  if (isListOfTexts(form))
    return <TextsField label={label} error={error} texts={many} onChange={(texts) => onChange({ many: texts })} add="Add default value" />;
  if (type === 'BOOLEAN' && !multivalued) {
    const values = ['true', 'false'].map((value) => ({ value, label: value }));
    return <Select label={label} options={values} value={one} error={error} onChange={(value) => onChange({ one: value })} />;
  }
  const isJson = type === 'OBJECT' || multivalued;
  const help = isJson ? `JSON: ${valueWords({ type, multivalued })}.` : undefined;
  return (
    <TextField
      label={label}
      mono={isJson}
      {...(isJson ? { rows: 4 } : {})}
      help={help}
      value={one}
      error={error}
      onChange={(text) => onChange({ one: text })}
    />
  );
}
