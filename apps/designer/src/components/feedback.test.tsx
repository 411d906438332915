import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Button } from './Button.tsx';
import { ToastRegion } from './Toast.tsx';
import { announce, refuse, toast, toastFailure, useToasts } from './toast.ts';

afterEach(cleanup);

describe('toasts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    useToasts.setState({ toasts: [], status: '', alert: '' });
    return () => vi.useRealTimers();
  });
  const kinds = () => useToasts.getState().toasts.map(({ kind }) => kind);

  test('what worked is told politely, what was refused or failed at once', () => {
    const { container } = render(<ToastRegion />);
    act(() => toast('Saved'));
    expect(screen.getByRole('status').textContent).toBe('Saved');
    expect(screen.getByRole('alert').textContent).toBe('');
    act(() => refuse('Put it last'));
    expect(screen.getByRole('alert').textContent).toBe('Put it last');
    expect(screen.getByRole('status').textContent).toBe('Saved');
    const looks = [...container.querySelectorAll('.toast')].map((entry) => entry.querySelector('svg')?.getAttribute('class'));
    expect(new Set(looks).size).toBe(2);
  });

  test('the same words again are told again', () => {
    render(<ToastRegion />);
    const said = () => screen.getByRole('status').textContent;
    act(() => announce('Delete Wait'));
    const before = said();
    act(() => announce('Delete Wait'));
    expect([said() === before, said()?.trim()]).toEqual([false, 'Delete Wait']);
  });

  test('bad news stay longer than good ones', () => {
    toast('Saved');
    toastFailure('Not copied');
    vi.advanceTimersByTime(4000);
    expect(kinds()).toEqual(['failed']);
    vi.advanceTimersByTime(4000);
    expect(kinds()).toEqual([]);
    expect(useToasts.getState().alert).toBe('');
  });
});

test('a button with nothing to do keeps the focus, says so, and does nothing', () => {
  const press = vi.fn();
  const { rerender } = render(<Button onPress={press}>Undo</Button>);
  const button = screen.getByRole('button', { name: 'Undo' });
  button.focus();
  rerender(
    <Button isIdle onPress={press}>
      Undo
    </Button>,
  );
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button);
  expect(press).not.toHaveBeenCalled();
  rerender(<Button onPress={press}>Undo</Button>);
  fireEvent.click(button);
  expect(press).toHaveBeenCalledOnce();
});
