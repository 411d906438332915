import './fieldFrame.css';
import { deepEqual, type Json } from '@tandem/journey';
import type { Finding } from '@tandem/lint';
import type { ConfigField } from '@tandem/nodes';
import { Info, RotateCcw, TriangleAlert, Wrench } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../components/index.ts';
import { useEditing } from '../EditorContext.ts';
import { asText } from '../fields/types.ts';
import { runAloud } from '../runAloud.ts';

interface FieldFrameProps {
  property: string;
  field: ConfigField;
  /** As stored; undefined where AM takes the default. */
  stored: Json | undefined;
  /** What rules say of the setting that is no error. */
  notes: readonly Finding[];
  onReset(): void;
  children: ReactNode;
}

/** What stands around every setting: whether it is required, whether it differs from the default and the way back, what rules say of it. */
export function FieldFrame({ property, field, stored, notes, onReset, children }: FieldFrameProps) {
  const { store } = useEditing();
  const differs = field.default !== undefined && stored !== undefined && !deepEqual(stored, field.default);
  const standard = typeof field.default === 'boolean' ? (field.default ? 'on' : 'off') : asText(field.default) || 'empty';
  return (
    <div
      className="field-frame"
      data-field={property}
      data-kind={field.kind}
      data-required={field.required || undefined}
      data-differs={differs || undefined}
    >
      {children}
      {differs ? (
        <div className="field-reset">
          <IconButton
            size="small"
            label={`Differs from the default. Reset ${field.label} to ${standard.length > 60 ? 'it' : standard}`}
            icon={<RotateCcw size={13} aria-hidden="true" />}
            onPress={onReset}
          />
        </div>
      ) : null}
      {notes.map(({ rule, severity, text, fix }) => (
        <div key={`${rule}/${text}`} className="field-note" data-severity={severity}>
          {severity === 'warning' ? <TriangleAlert size={13} aria-hidden="true" /> : <Info size={13} aria-hidden="true" />}
          <span>{text}</span>
          {fix ? (
            <Button size="small" icon={<Wrench size={13} aria-hidden="true" />} onPress={() => runAloud(store, fix)}>
              {fix.name}
            </Button>
          ) : null}
        </div>
      ))}
    </div>
  );
}
