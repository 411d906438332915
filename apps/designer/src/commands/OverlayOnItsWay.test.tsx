import { fireEvent, render } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { OverlayOnItsWay } from './OverlayOnItsWay.ts';
import { closeOverlays, openHelp, openPalette, useOverlays } from './overlays.ts';

const onScreen = vi.fn();
const press = (key: string, more = {}) => fireEvent.keyDown(document.body, { key, ...more });

beforeEach(() => {
  onScreen.mockClear();
  closeOverlays();
  render(
    <div ref={() => document.addEventListener('keydown', onScreen)}>
      <OverlayOnItsWay />
    </div>,
  );
});

test('letters for a palette that is not there yet are kept for it, and are no keys of the canvas', () => {
  openPalette();
  for (const key of ['s', 'b', 'Backspace', 'n', 'Shift', 'A']) press(key);
  press('z', { ctrlKey: true });
  expect(useOverlays.getState().typed).toBe('snA');
  expect(onScreen).not.toHaveBeenCalled();
});
test('Escape takes the wish back', () => {
  openPalette();
  press('s');
  press('Escape');
  expect(useOverlays.getState()).toMatchObject({ palette: false, typed: '' });
});
test('for anything but the palette letters are nothing', () => {
  openHelp();
  press('s');
  expect(useOverlays.getState()).toMatchObject({ help: true, typed: '' });
  expect(onScreen).not.toHaveBeenCalled();
});
