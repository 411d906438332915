import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Palette } from './Palette.tsx';

afterEach(cleanup);
const names = () => screen.queryAllByRole('button').map((button) => button.textContent);

test('what the simulation runs is there at once; the rest of a group when asked for, with the focus on its first', () => {
  render(<Palette kinds={[]} onPlace={vi.fn()} onNewType={vi.fn()} />);
  expect(names()).toContain('Polling Wait Node');
  expect(names()).not.toContain('Select Identity Provider');
  const more = screen.getAllByRole('button', { name: /^\d+ more$/ });
  const before = names().length;
  const [first] = more;
  if (!first) throw new Error('Some group has more.');
  fireEvent.click(first);
  expect(names().length).toBeGreaterThan(before);
  expect(document.activeElement?.className).toBe('palette-item');
  expect(screen.getAllByRole('button', { name: /^\d+ more$/ })).toHaveLength(more.length - 1);
});

test('the search finds what is not shown, and a letter anywhere goes on there', () => {
  render(<Palette kinds={[]} onPlace={vi.fn()} onNewType={vi.fn()} />);
  const search = screen.getByRole('searchbox');
  const [entry] = screen.getAllByRole('button');
  entry?.focus();
  if (entry) fireEvent.keyDown(entry, { key: 's' });
  expect(document.activeElement).toBe(search);
  fireEvent.change(search, { target: { value: 'select identity' } });
  expect(names()).toContain('Select Identity Provider');
});

test('arrows reach the entries and the button for more', () => {
  render(<Palette kinds={[]} onPlace={vi.fn()} onNewType={vi.fn()} />);
  const [more] = screen.getAllByRole('button', { name: /^\d+ more$/ });
  const last = more?.previousElementSibling?.querySelector<HTMLElement>('li:last-child button');
  last?.focus();
  if (last) fireEvent.keyDown(last, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(more);
});

test('stays small: the canvas needs the elements', () => {
  const { container } = render(<Palette kinds={[]} onPlace={vi.fn()} onNewType={vi.fn()} />);
  expect(container.querySelectorAll('*').length).toBeLessThan(600);
});
