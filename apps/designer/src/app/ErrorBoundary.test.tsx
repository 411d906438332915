import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let fails = true;
function Screen({ name }: { name: string }) {
  if (name === 'broken' && fails) throw new Error('No such thing.');
  return <p>{`Screen ${name}`}</p>;
}
const shown = (name: string) => (
  <ErrorBoundary place={name}>
    <Screen name={name} />
  </ErrorBoundary>
);

test('a screen that failed says why, is tried again, and does not stand in the way of another one', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { rerender } = render(shown('broken'));
  screen.getByText('This screen failed');
  rerender(shown('other'));
  screen.getByText('Screen other');
  expect(screen.queryByText('This screen failed')).toBeNull();
  rerender(shown('broken'));
  screen.getByText('This screen failed');
  fails = false;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  screen.getByText('Screen broken');
});
