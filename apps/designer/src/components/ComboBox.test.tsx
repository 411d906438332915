import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { ComboBox } from './ComboBox.tsx';

afterEach(cleanup);
const options = ['BackchannelLogin', 'MyLogin', 'MyLogin2'].map((name) => ({ value: name, label: name }));

function Journey() {
  const [value, setValue] = useState('');
  return (
    <>
      <ComboBox label="Journey" options={options} value={value} onChange={setValue} allowsCustom />
      <output>{value}</output>
    </>
  );
}

function typed(text: string, ...keys: string[]): string | null {
  render(<Journey />);
  const field = screen.getByRole('combobox');
  act(() => field.focus());
  fireEvent.change(field, { target: { value: text } });
  for (const key of keys) fireEvent.keyDown(field, { key });
  return screen.getByRole('status', { hidden: true }).textContent;
}

test('Enter takes the first suggestion that begins with what was typed', () => expect(typed('myl', 'Enter')).toBe('MyLogin'));
test('a value stays what it is', () => expect(typed('MyLogin', 'Enter')).toBe('MyLogin'));
test('Enter takes what the arrow keys chose', () => expect(typed('MyL', 'ArrowDown', 'ArrowDown', 'Enter')).toBe('MyLogin2'));
test('what no suggestion begins with is kept', () => expect(typed('Login', 'Enter')).toBe('Login'));
test('Tab keeps what was typed', () => expect(typed('MyLog', 'Tab')).toBe('MyLog'));
test('so does Enter once the suggestions were closed', () => expect(typed('MyLog', 'Escape', 'Enter')).toBe('MyLog'));

describe('suggestions', () => {
  const isOpen = () => screen.queryByRole('listbox') !== null;
  const field = () => {
    render(<Journey />);
    const input = screen.getByRole('combobox');
    act(() => input.focus());
    return input;
  };
  test('do not open for who only passes the field', () => {
    field();
    expect(isOpen()).toBe(false);
  });
  test('open with what is typed', () => {
    fireEvent.change(field(), { target: { value: 'My' } });
    expect(isOpen()).toBe(true);
  });
  test('open by arrow down', () => {
    fireEvent.keyDown(field(), { key: 'ArrowDown' });
    expect(isOpen()).toBe(true);
  });
  test('open by a click', () => {
    fireEvent.click(field());
    expect(isOpen()).toBe(true);
  });
});
