import './fields.css';
import type { ReactNode } from 'react';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps, Group, Input, Label, TextArea } from 'react-aria-components';
import { FieldFoot } from './Field.tsx';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  label: string;
  hideLabel?: boolean;
  help?: string | undefined;
  /** What is wrong and what would be right; marks the field. */
  error?: string | undefined;
  placeholder?: string | undefined;
  /** Behind the value: "s", "min". */
  unit?: string | undefined;
  /** Monospace, for keys, ids and JSON. */
  mono?: boolean;
  /** Lines of a text area; absent: one line. */
  rows?: number;
  before?: ReactNode;
  after?: ReactNode;
}

export function TextField({ label, hideLabel = false, help, error, placeholder, unit, mono = false, rows, before, after, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} className="field" isInvalid={error !== undefined}>
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      {rows === undefined ? (
        <Group className="control" data-mono={mono || undefined}>
          {before}
          <Input className="control-input" placeholder={placeholder} />
          {unit ? <span className="control-unit">{unit}</span> : null}
          {after}
        </Group>
      ) : (
        <TextArea className="control control-area" data-mono={mono || undefined} rows={rows} placeholder={placeholder} spellCheck={!mono} />
      )}
      <FieldFoot help={help} error={error} />
    </AriaTextField>
  );
}
