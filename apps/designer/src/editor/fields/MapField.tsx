import { isObject, type Json } from '@tandem/journey';
import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton, TextField } from '../../components/index.ts';
import { holdPendingText } from '../pendingText.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { LocalePreview } from './LocalePreview.tsx';
import { localeProblem } from './locales.ts';
import type { FieldProps } from './types.ts';
import { VariableMenu } from './VariableMenu.tsx';

type Pair = readonly [name: string, text: string];
const LOCALES = ['en', 'en-GB', 'de', 'fr', 'es'];

function pairsOf(value: Json | undefined): Pair[] {
  return isObject(value) ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string') : [];
}

/** Entries that are no texts have no row; they are kept. */
function othersOf(value: Json | undefined): [string, Json][] {
  return isObject(value) ? (Object.entries(value) as [string, Json][]).filter(([, entry]) => typeof entry !== 'string') : [];
}

/** The same entries, whatever their order: an object puts names like "2" first. */
function sameEntries(a: readonly Pair[], b: readonly Pair[]): boolean {
  const texts = new Map(b);
  return a.length === b.length && a.every(([name, text]) => texts.get(name) === text);
}

function freshName(taken: ReadonlySet<string>, localized: boolean): string {
  const locale = localized ? LOCALES.find((name) => !taken.has(name)) : undefined;
  if (locale !== undefined) return locale;
  let number = 1;
  const name = () => (localized ? `xx-${number}` : `key${number}`);
  while (taken.has(name())) number += 1;
  return name();
}

/**
 * A map of texts by name; for localized texts the names are locales. The rows are kept here as they are typed: on the way to "en-GB" a name may
 * be another row's for a moment, and a map has room for only one of them. It is written while all names are different.
 */
export function MapField({ field, value, error, onChange }: FieldProps) {
  const stored = pairsOf(value);
  const [rows, setRows] = useState<readonly Pair[]>(stored);
  /** What the rows were last made from or written as. */
  const [known, setKnown] = useState<readonly Pair[]>(stored);
  const others = othersOf(value);
  const localized = field.kind === 'localized';
  if (!sameEntries(stored, known)) {
    // Changed elsewhere: undo, the JSON tab.
    setKnown(stored);
    setRows(stored);
  }
  const names = [...rows.map(([name]) => name), ...others.map(([name]) => name)];
  const isTwice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const isPending = names.some(isTwice);
  const drop = () => setRows(known);
  const latest = useRef(drop);
  latest.current = drop;
  useEffect(() => {
    if (isPending) return holdPendingText({ label: field.label, commit: () => false, drop: () => latest.current() });
  }, [isPending, field.label]);
  const write = (next: readonly Pair[]) => {
    setRows(next);
    const entries = [...others, ...next];
    if (new Set(entries.map(([name]) => name)).size < entries.length) return;
    setKnown(next);
    onChange(Object.fromEntries(entries));
  };
  const put = (index: number, pair: Pair) => write(rows.map((old, place) => (place === index ? pair : old)));
  return (
    <FieldGroup label={field.label} help={field.help} error={isPending ? 'Not stored until the names differ.' : error}>
      {rows.map(([name, text], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the name is what is being typed
        <div key={index} className="field-row" data-pair="">
          <TextField
            label={`${localized ? 'Locale' : 'Key'} ${index + 1}`}
            hideLabel
            mono
            value={name}
            error={isTwice(name) ? 'Used twice' : localized ? localeProblem(name) : undefined}
            onChange={(next) => put(index, [next, text])}
          />
          <TextField
            label={`${field.label}, ${name}`}
            hideLabel
            {...(localized ? { rows: 2 } : {})}
            value={text}
            onChange={(next) => put(index, [name, next])}
            after={
              localized ? null : <VariableMenu label={`${field.label}, ${name}`} onPick={(reference) => put(index, [name, `${text}${reference}`])} />
            }
          />
          <IconButton
            size="small"
            label={`Remove ${name || 'entry'}`}
            icon={<Trash2 size={14} aria-hidden="true" />}
            onPress={() => write(rows.filter((_, place) => place !== index))}
          />
        </div>
      ))}
      <Button size="small" icon={<Plus size={14} aria-hidden="true" />} onPress={() => write([...rows, [freshName(new Set(names), localized), '']])}>
        {localized ? 'Add locale' : 'Add entry'}
      </Button>
      {localized && stored.length > 0 ? <LocalePreview texts={Object.fromEntries(stored)} /> : null}
    </FieldGroup>
  );
}
