import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { loopDocument } from '../testing/documents.ts';
import { JourneyCanvas } from './JourneyCanvas.tsx';

afterEach(cleanup);

test('only the small button of an Initialize node opens its journey; its name selects the node like the rest of the card', async () => {
  const open = vi.fn();
  render(<JourneyCanvas label="Loop" document={loopDocument()} customTypes={[]} mode="edit" hue="main" onOpenJourney={open} />);
  const button = await screen.findByRole('button', { name: /^Open journey/ });
  const journey = button.getAttribute('aria-label')?.replace('Open journey ', '') ?? '';
  expect(button.textContent).toBe('');
  fireEvent.click(screen.getByText(journey));
  expect(open).not.toHaveBeenCalled();
  fireEvent.click(button);
  expect(open).toHaveBeenCalledWith(journey);
});
