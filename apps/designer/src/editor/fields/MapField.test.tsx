import type { Json } from '@tandem/journey';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { MapField } from './MapField.tsx';

afterEach(cleanup);

interface Seen {
  value: Json | undefined;
  set(value: Json): void;
}

function Holder({ kind, seen }: { kind: 'localized' | 'stringMap'; seen: Seen }) {
  const [value, set] = useState(seen.value);
  seen.value = value;
  seen.set = set;
  return <MapField id="texts" field={{ kind, label: 'Text' }} value={value} error={undefined} onChange={set} />;
}
function open(kind: 'localized' | 'stringMap', start: Json) {
  const seen: Seen = { value: start, set: () => undefined };
  render(<Holder kind={kind} seen={seen} />);
  return seen;
}
const names = (label: 'Locale' | 'Key') => screen.getAllByLabelText<HTMLInputElement>(new RegExp(`^${label} \\d+$`));
const type = (field: HTMLElement | undefined, value: string) => field && fireEvent.change(field, { target: { value } });

describe('map of texts', () => {
  test('a name may be another one on the way to what is typed: no entry is lost and the field stays', () => {
    const seen = open('localized', { en: 'Hello', de: 'Hallo' });
    const [, second] = names('Locale');
    for (const text of ['e', 'en']) type(second, text);
    expect(second?.isConnected).toBe(true);
    expect(screen.getAllByText('Used twice')).toHaveLength(2);
    expect(screen.getByText('Not stored until the names differ.')).toBeTruthy();
    expect(seen.value).toEqual({ en: 'Hello', e: 'Hallo' });
    for (const text of ['en-', 'en-G', 'en-GB']) type(second, text);
    expect(screen.queryByText('Used twice')).toBeNull();
    expect(seen.value).toEqual({ en: 'Hello', 'en-GB': 'Hallo' });
  });

  test('a new entry takes a name that no other has', () => {
    const seen = open('stringMap', { key1: 'a', key2: 'b' });
    fireEvent.click(screen.getByLabelText('Remove key1'));
    fireEvent.click(screen.getByText('Add entry'));
    fireEvent.click(screen.getByText('Add entry'));
    expect(seen.value).toEqual({ key2: 'b', key1: '', key3: '' });
  });

  test('when every known locale is there, the next ones are still different', () => {
    const seen = open('localized', { en: '', 'en-GB': '', de: '', fr: '', es: '' });
    fireEvent.click(screen.getByText('Add locale'));
    fireEvent.click(screen.getByText('Add locale'));
    expect(Object.keys(seen.value as object)).toHaveLength(7);
  });

  test('a name like a number stays in its row while it is typed', () => {
    const seen = open('stringMap', { a: '1', b: '2' });
    const [, second] = names('Key');
    type(second, '2');
    expect(names('Key').map((field) => field.value)).toEqual(['a', '2']);
    type(second, '25');
    expect(seen.value).toEqual({ a: '1', 25: '2' });
  });

  test('an entry that is no text is kept', () => {
    const seen = open('stringMap', { a: '1', nested: { b: true } });
    type(names('Key')[0], 'c');
    expect(seen.value).toEqual({ c: '1', nested: { b: true } });
  });

  test('a value that changed elsewhere is shown', async () => {
    const seen = open('stringMap', { a: '1' });
    type(names('Key')[0], 'ab');
    seen.set({ z: '9' });
    expect(await screen.findByDisplayValue('z')).toBeTruthy();
    expect(screen.queryByDisplayValue('ab')).toBeNull();
  });
});
