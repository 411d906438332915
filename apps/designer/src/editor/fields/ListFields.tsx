import type { Json } from '@tandem/journey';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button, IconButton, TextField } from '../../components/index.ts';
import { AttributeBox } from './AttributeField.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { asEntries, asText, asTexts, type FieldProps } from './types.ts';
import { VariableMenu } from './VariableMenu.tsx';

/** Some of a few: the chosen ones are kept in the order of the options, and what is none of them until it is taken away. */
function ChoiceListField({ field, value, error, onChange }: FieldProps) {
  const items = asTexts(value);
  const options = field.options ?? [];
  const strays = items.filter((item) => !options.some((option) => option.value === item)).map((item) => ({ value: item, label: item }));
  const all = [...options, ...strays];
  const choose = (key: string, on: boolean) =>
    onChange(all.map((option) => option.value).filter((option) => (option === key ? on : items.includes(option))));
  return (
    <FieldGroup label={field.label} help={field.help} error={error}>
      {all.map((option) => (
        <label key={option.value} className="field-choice">
          <input type="checkbox" checked={items.includes(option.value)} onChange={(event) => choose(option.value, event.target.checked)} />
          {option.label}
        </label>
      ))}
    </FieldGroup>
  );
}

/** A list of numbers. Text that is none is kept as it was typed: the field says what would be right. */
export function NumberListField({ field, value, error, onChange }: FieldProps) {
  const items = asEntries(value);
  // "1." is on the way to "1.5".
  const read = (text: string) => (String(Number(text)) === text ? Number(text) : text);
  const settle = (entry: Json) => (typeof entry === 'string' && entry.trim() !== '' && Number.isFinite(Number(entry)) ? Number(entry) : entry);
  return (
    <FieldGroup label={field.label} help={field.help} error={error}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place, and typing must not lose the focus
        <div key={index} className="field-row">
          <TextField
            label={`${field.label} ${index + 1}`}
            hideLabel
            inputMode="decimal"
            value={asText(item)}
            onChange={(text) => onChange(items.map((other, place) => (place === index ? read(text) : other)))}
            onBlur={() => {
              if (settle(item) !== item) onChange(items.map(settle));
            }}
          />
          <IconButton
            size="small"
            label={`Remove ${asText(item) || 'entry'}`}
            icon={<Trash2 size={14} aria-hidden="true" />}
            onPress={() => onChange(items.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onChange([...items, ''])}>
        Add entry
      </Button>
    </FieldGroup>
  );
}

/** A list of texts: state keys, outcomes. Order counts for outcomes. */
export function ListField(props: FieldProps) {
  return props.field.options ? <ChoiceListField {...props} /> : <FreeListField {...props} />;
}

function FreeListField({ field, value, error, onChange }: FieldProps) {
  const items = asTexts(value);
  const mono = field.kind === 'stringList';
  const put = (index: number, text: string) => onChange(items.map((item, place) => (place === index ? text : item)));
  const swap = (index: number, other: number) => {
    const next = [...items];
    [next[index], next[other]] = [items[other] ?? '', items[index] ?? ''];
    onChange(next);
  };
  return (
    <FieldGroup label={field.label} help={field.help} error={error}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place, and typing must not lose the focus
        <div key={index} className="field-row">
          {field.suggests === 'userAttribute' ? (
            <AttributeBox label={`${field.label} ${index + 1}`} hideLabel value={item} onChange={(text) => put(index, text)} />
          ) : (
            <TextField
              label={`${field.label} ${index + 1}`}
              hideLabel
              mono={mono}
              value={item}
              onChange={(text) => put(index, text)}
              // Outcomes are what connections hold on to: they are never a variable's value.
              after={
                field.kind === 'outcomes' ? null : (
                  <VariableMenu label={`${field.label} ${index + 1}`} onPick={(reference) => put(index, `${item}${reference}`)} />
                )
              }
            />
          )}
          {field.kind === 'outcomes' ? (
            <>
              <IconButton
                size="small"
                label={`Move ${item || 'entry'} up`}
                isIdle={index === 0}
                icon={<ArrowUp size={14} aria-hidden="true" />}
                onPress={() => swap(index, index - 1)}
              />
              <IconButton
                size="small"
                label={`Move ${item || 'entry'} down`}
                isIdle={index === items.length - 1}
                icon={<ArrowDown size={14} aria-hidden="true" />}
                onPress={() => swap(index, index + 1)}
              />
            </>
          ) : null}
          <IconButton
            size="small"
            label={`Remove ${item || 'entry'}`}
            icon={<Trash2 size={14} aria-hidden="true" />}
            onPress={() => onChange(items.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onChange([...items, ''])}>
        {field.kind === 'outcomes' ? 'Add outcome' : 'Add entry'}
      </Button>
    </FieldGroup>
  );
}
