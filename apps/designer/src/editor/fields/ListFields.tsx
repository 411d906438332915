import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Button, IconButton, TextField } from '../../components/index.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { asTexts, type FieldProps } from './types.ts';

/** A list of texts: state keys, outcomes. Order counts for outcomes. */
export function ListField({ field, value, error, onChange }: FieldProps) {
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
          <TextField label={`${field.label} ${index + 1}`} hideLabel mono={mono} value={item} onChange={(text) => put(index, text)} />
          {field.kind === 'outcomes' ? (
            <>
              <IconButton
                size="small"
                label="Move up"
                isDisabled={index === 0}
                icon={<ArrowUp size={14} aria-hidden="true" />}
                onPress={() => swap(index, index - 1)}
              />
              <IconButton
                size="small"
                label="Move down"
                isDisabled={index === items.length - 1}
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
