import type { Json } from '@tandem/journey';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { fieldControls } from './index.tsx';

afterEach(cleanup);

interface Seen {
  value: Json | undefined;
}
function Holder({ seen }: { seen: Seen }) {
  const [value, set] = useState(seen.value);
  seen.value = value;
  const StructureField = fieldControls.json;
  return <StructureField id="settings" field={{ kind: 'json', label: 'Settings' }} value={value} error={undefined} onChange={set} />;
}
function open(start: Json): Seen {
  const seen: Seen = { value: start };
  render(<Holder seen={seen} />);
  return seen;
}

test('an object is a form of what is in it: texts, numbers, switches, lists, texts by locale, objects', () => {
  const start = { hostName: 'a', port: 25, sslOn: false, recipients: ['x'], title: { en: 'Hi' }, retry: { count: 1, first: true } };
  const seen = open(start);
  fireEvent.change(screen.getByLabelText('Host name'), { target: { value: 'b' } });
  fireEvent.change(screen.getByLabelText('Port'), { target: { value: '26' } });
  fireEvent.click(screen.getByRole('switch', { name: 'Ssl on' }));
  fireEvent.change(screen.getByLabelText('Recipients 1'), { target: { value: 'y' } });
  fireEvent.change(screen.getByLabelText('Title, en'), { target: { value: 'Ho' } });
  fireEvent.change(screen.getByLabelText('Count'), { target: { value: '2' } });
  expect(seen.value).toEqual({ hostName: 'b', port: 26, sslOn: true, recipients: ['y'], title: { en: 'Ho' }, retry: { count: 2, first: true } });
});

test('what is emptied stays, empty', () => {
  const seen = open({ hostName: 'a', port: 25 });
  fireEvent.change(screen.getByLabelText('Host name'), { target: { value: '' } });
  expect(seen.value).toEqual({ hostName: '', port: 25 });
});

test('half a number keeps its field and the focus', () => {
  const seen = open({ port: 25 });
  const field = screen.getByLabelText<HTMLInputElement>('Port');
  for (const [typed, stored] of [
    ['', 0],
    ['-', '-'],
    ['-7', -7],
  ] as const) {
    fireEvent.change(field, { target: { value: typed } });
    expect([field.isConnected, field.value, seen.value]).toEqual([true, typed, { port: stored }]);
  }
});

test('a list of objects takes and loses entries of the same shape', () => {
  const seen = open([{ name: 'a', tags: ['x'] }]);
  fireEvent.click(screen.getAllByText('Add entry').at(-1) as HTMLElement);
  expect(seen.value).toEqual([
    { name: 'a', tags: ['x'] },
    { name: '', tags: [] },
  ]);
  fireEvent.click(screen.getByRole('button', { name: 'Remove Settings 1' }));
  expect(seen.value).toEqual([{ name: '', tags: [] }]);
});

test('it is JSON where it has no shape, and on demand', () => {
  open([1, [2]]);
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Settings' }).value).toBe('[\n  1,\n  [\n    2\n  ]\n]');
  cleanup();
  open({ a: 1 });
  fireEvent.click(screen.getByRole('button', { name: 'As JSON' }));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Settings' }).value).toBe('{\n  "a": 1\n}');
});
