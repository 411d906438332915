import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { type ReactNode, useRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { useKeptFocus } from './useKeptFocus.ts';

function Part({ children }: { children: ReactNode }) {
  const root = useRef<HTMLElement>(null);
  useKeptFocus(root);
  return (
    <section ref={root} tabIndex={-1} aria-label="Part">
      {children}
    </section>
  );
}
function Rows() {
  const [rows, setRows] = useState(['a', 'b', 'c']);
  const take = (row: string) => setRows(rows.filter((other) => other !== row));
  return (
    <>
      <button type="button">Outside</button>
      <Part>
        {rows.length === 0 ? (
          <p>Nothing left</p>
        ) : (
          <ul>
            {rows.map((row) => (
              <li key={row}>
                <button type="button" onClick={() => take(row)}>
                  {row}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const settled = () => act(() => new Promise((resolve) => setTimeout(resolve, 200)));
async function take(name: string): Promise<void> {
  button(name).focus();
  fireEvent.click(button(name));
  await settled();
}

describe('when the control that has the focus goes', () => {
  beforeEach(() => void render(<Rows />));
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  test('the next takes it, then the one before, then the part itself', async () => {
    await take('b');
    expect(document.activeElement).toBe(button('c'));
    await take('c');
    expect(document.activeElement).toBe(button('a'));
    await take('a');
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Part' }));
  });

  test('it stays where somebody else put it', async () => {
    button('b').focus();
    fireEvent.click(button('b'));
    button('Outside').focus();
    await settled();
    expect(document.activeElement).toBe(button('Outside'));
  });

  test('nothing happens when it was left before', async () => {
    button('b').focus();
    button('b').blur();
    await settled();
    fireEvent.click(button('b'));
    await settled();
    expect(document.activeElement).toBe(document.body);
  });
});
