import { isObject, type Json, type JsonObject } from '@tandem/journey';
import { type ConfigField, type FieldKind, inferredField } from '@tandem/nodes';
import { Braces, Plus, Trash2 } from 'lucide-react';
import { type ComponentType, useRef, useState } from 'react';
import { Button } from '../../components/index.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { JsonField } from './JsonField.tsx';
import type { FieldProps } from './types.ts';

type Shaped = JsonObject | readonly JsonObject[];

/** Controls of what is inside, which may be objects again. */
export type Controls = Readonly<Record<Exclude<FieldKind, 'pageChildren'>, ComponentType<FieldProps>>>;

/** An object with properties, or a list of such. */
function shapeOf(value: Json | undefined): Shaped | null {
  if (isObject(value)) return Object.keys(value).length > 0 ? (value as JsonObject) : null;
  return Array.isArray(value) && value.length > 0 && value.every(isObject) ? (value as JsonObject[]) : null;
}

/** The same shape with nothing in it, for one more entry of a list. */
function emptied(value: Json): Json {
  if (typeof value === 'string') return '';
  if (typeof value === 'number') return 0;
  if (typeof value === 'boolean') return false;
  if (Array.isArray(value)) return [];
  return isObject(value) ? Object.fromEntries(Object.entries(value as JsonObject).map(([key, entry]) => [key, emptied(entry)])) : null;
}

interface Inner<V> {
  controls: Controls;
  path: string;
  value: V;
  onChange(value: V): void;
}

/** The properties of an object, each with the control that its value asks for. */
function Properties({ controls, path, value, onChange }: Inner<JsonObject>) {
  const seen = useRef<Record<string, ConfigField>>({});
  return Object.entries(value).map(([key, entry]) => {
    const before = seen.current[key];
    // Half a number is a text for a moment, and must not take the field away from under the person.
    const isHalf = typeof entry === 'string' && (before?.kind === 'integer' || before?.kind === 'number');
    const field: ConfigField = before && isHalf ? before : { ...inferredField(key, entry), default: emptied(entry) };
    seen.current[key] = field;
    const Control = field.kind === 'pageChildren' ? JsonField : controls[field.kind];
    return (
      <Control
        key={key}
        id={`${path}.${key}`}
        field={field}
        value={entry}
        error={undefined}
        // What is emptied stays, empty: the node may count on the property.
        onChange={(next) => onChange({ ...value, [key]: next ?? field.default ?? null })}
      />
    );
  });
}

/** A setting that is an object or a list of objects: a form of what is in it; anything else, and on demand this too, as JSON. */
export function StructureField({ controls, ...props }: FieldProps & { controls: Controls }) {
  const { id, field, value, error, onChange } = props;
  const [asText, setAsText] = useState(false);
  const shaped = shapeOf(value);
  if (shaped === null) return <JsonField {...props} />;
  const toggle = (
    <span className="field-actions">
      <Button size="small" kind="quiet" icon={<Braces size={14} aria-hidden="true" />} aria-pressed={asText} onPress={() => setAsText(!asText)}>
        {asText ? 'As a form' : 'As JSON'}
      </Button>
    </span>
  );
  if (asText) {
    return (
      <div className="field">
        <JsonField {...props} />
        {toggle}
      </div>
    );
  }
  return (
    <FieldGroup label={field.label} help={field.help} error={error}>
      {isList(shaped) ? (
        <Entries controls={controls} path={id} label={field.label} value={shaped} onChange={(next) => onChange([...next])} />
      ) : (
        <div className="field-inner">
          <Properties controls={controls} path={id} value={shaped} onChange={onChange} />
        </div>
      )}
      {toggle}
    </FieldGroup>
  );
}

const isList = (value: Shaped): value is readonly JsonObject[] => Array.isArray(value);

function Entries({ controls, path, label, value, onChange }: Inner<readonly JsonObject[]> & { label: string }) {
  const [first] = value;
  return (
    <>
      {value.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place, and typing must not lose the focus
        <FieldGroup key={index} label={`${label} ${index + 1}`}>
          <div className="field-inner">
            <Properties controls={controls} path={`${path}.${index}`} value={entry} onChange={(next) => onChange(value.with(index, next))} />
            <Button
              size="small"
              kind="quiet"
              icon={<Trash2 size={14} aria-hidden="true" />}
              aria-label={`Remove ${label} ${index + 1}`}
              onPress={() => onChange(value.toSpliced(index, 1))}
            >
              Remove
            </Button>
          </div>
        </FieldGroup>
      ))}
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onChange([...value, emptied(first ?? {}) as JsonObject])}>
        Add entry
      </Button>
    </>
  );
}
