import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { createRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { JourneyCanvas } from './JourneyCanvas.tsx';
import type { CanvasActions, CanvasHandle } from './types.ts';

afterEach(cleanup);

const rename = vi.fn<CanvasActions['names']['rename']>();
const held = new Set<{ commit(): boolean; drop(): void }>();
const hold: CanvasActions['names']['hold'] = (text) => {
  held.add(text);
  return () => held.delete(text);
};
const nothing = () => undefined;
const actions: CanvasActions = {
  move: nothing,
  connect: nothing,
  connectToNew: nothing,
  place: nothing,
  canDrop: () => false,
  drop: nothing,
  dropChild: nothing,
  resizeNote: nothing,
  names: { rename, hold },
  open: nothing,
};

beforeEach(() => {
  rename.mockClear();
  held.clear();
});

async function open() {
  const handle = createRef<CanvasHandle>();
  render(<JourneyCanvas label="Loop" document={loopDocument()} customTypes={[]} mode="edit" hue="main" actions={actions} ref={handle} />);
  await screen.findByText('Wait');
  const start = (id: string) => act(() => handle.current?.rename(id));
  return { start, field: () => screen.queryByRole<HTMLInputElement>('textbox', { name: 'Name of Wait' }) };
}
const type = (field: HTMLInputElement | null, value: string) => field && fireEvent.change(field, { target: { value } });

test('Enter keeps the name that was typed into the card', async () => {
  const { start, field } = await open();
  start('wait');
  expect(document.activeElement).toBe(field());
  type(field(), '  Short wait ');
  if (field()) fireEvent.keyDown(field() as HTMLElement, { key: 'Enter' });
  expect(rename.mock.calls).toEqual([['wait', 'Short wait']]);
  expect(field()).toBeNull();
});

test('Escape leaves the name as it was', async () => {
  const { start, field } = await open();
  start('wait');
  type(field(), 'Short wait');
  if (field()) fireEvent.keyDown(field() as HTMLElement, { key: 'Escape' });
  expect(field()).toBeNull();
  expect(rename).not.toHaveBeenCalled();
});

test('a click elsewhere keeps it, and a name that was not changed is no change', async () => {
  const { start, field } = await open();
  start('wait');
  type(field(), 'Short wait');
  act(() => field()?.blur());
  expect(rename).toHaveBeenCalledOnce();
  start('wait');
  act(() => field()?.blur());
  expect(rename).toHaveBeenCalledOnce();
});

test('a name being typed is unsaved work that saving takes along', async () => {
  const { start, field } = await open();
  start('wait');
  expect(held.size).toBe(0);
  type(field(), 'Short wait');
  expect(held.size).toBe(1);
  for (const text of held) expect(text.commit()).toBe(true);
  expect(rename.mock.calls).toEqual([['wait', 'Short wait']]);
});

test('a double click on the name edits it; Start has none to edit', async () => {
  const { start, field } = await open();
  fireEvent.doubleClick(screen.getByText('Wait'));
  expect(field()).not.toBeNull();
  act(() => field()?.blur());
  start('startNode');
  expect(screen.queryByRole('textbox')).toBeNull();
});
