import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton, TextField } from '../../components/index.ts';
import { FieldGroup } from '../../editor/fields/FieldGroup.tsx';
import { focusAfterRow } from './rowFocus.ts';

export interface RowsProps<T> {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  rows: readonly T[];
  onChange(rows: readonly T[]): void;
  /** What a new row begins with. */
  blank: T;
  add: string;
  /** The first field of each row is short: a locale. */
  isNarrow?: boolean;
  /** Names a row for its remove button; empty: its number. */
  nameOf(row: T): string;
  children(row: T, put: (row: T) => void, index: number): ReactNode;
}

/** Rows of the same fields, with a button that adds one and one on each that removes it. */
export function RowsField<T>({ label, help, error, rows, onChange, blank, add, isNarrow, nameOf, children }: RowsProps<T>) {
  return (
    <FieldGroup label={label} help={help} error={error}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place, and typing must not lose the focus
        <div key={index} className="row-fields" data-narrow={isNarrow || undefined}>
          {children(row, (next) => onChange(rows.map((old, place) => (place === index ? next : old))), index)}
          <IconButton
            label={`Remove ${nameOf(row) || `row ${index + 1}`}`}
            icon={<Trash2 size={14} aria-hidden="true" />}
            onPress={({ target }) => {
              onChange(rows.filter((_, place) => place !== index));
              focusAfterRow(target);
            }}
          />
        </div>
      ))}
      <span className="row-add">
        <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => onChange([...rows, blank])}>
          {add}
        </Button>
      </span>
    </FieldGroup>
  );
}

type Shared = Pick<RowsProps<unknown>, 'label' | 'help' | 'error' | 'add' | 'isNarrow'>;

/** A list of texts. */
export function TextsField({ texts, onChange, ...props }: Shared & { texts: readonly string[]; onChange(texts: readonly string[]): void }) {
  return (
    <RowsField {...props} rows={texts} onChange={onChange} blank="" nameOf={(text) => text}>
      {(text, put, index) => <TextField label={`${props.label} ${index + 1}`} hideLabel mono value={text} onChange={put} />}
    </RowsField>
  );
}

export type Pair = readonly [name: string, text: string];

export interface PairsProps extends Shared {
  pairs: readonly Pair[];
  onChange(pairs: readonly Pair[]): void;
  /** What the first of a pair is called: "Header", "Locale". */
  nameLabel: string;
  textLabel: string;
  rows?: number;
}

/** Texts by name. Names that are there twice are marked: only one of them could be stored. */
export function PairsField({ pairs, onChange, nameLabel, textLabel, rows, ...props }: PairsProps) {
  const isTwice = (name: string) => pairs.filter(([other]) => other === name).length > 1;
  return (
    <RowsField {...props} rows={pairs} onChange={onChange} blank={['', ''] as Pair} nameOf={([name]) => name}>
      {([name, text], put, index) => (
        <>
          <TextField
            label={`${nameLabel} ${index + 1}`}
            hideLabel
            mono
            placeholder={nameLabel}
            value={name}
            error={isTwice(name) ? 'Used twice' : undefined}
            onChange={(next) => put([next, text])}
          />
          <TextField
            label={`${textLabel} of ${name || `row ${index + 1}`}`}
            hideLabel
            placeholder={textLabel}
            {...(rows === undefined ? {} : { rows })}
            value={text}
            onChange={(next) => put([name, next])}
          />
        </>
      )}
    </RowsField>
  );
}

/** As it is stored; rows without a name say nothing. */
export const mapOf = (pairs: readonly Pair[]): Record<string, string> => Object.fromEntries(pairs.filter(([name]) => name.trim() !== ''));
