import { afterEach, expect, test, vi } from 'vitest';
import { placeOfToasts } from './toastPlace.ts';

afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

function canvases(...boxes: DOMRect[]): void {
  for (const box of boxes) {
    const canvas = document.createElement('section');
    canvas.dataset.canvas = '';
    vi.spyOn(canvas, 'getBoundingClientRect').mockReturnValue(box);
    document.body.append(canvas);
  }
}

test('toasts come up over the larger canvas, above its controls', () => {
  vi.stubGlobal('innerHeight', 800);
  canvases(new DOMRect(280, 90, 400, 400), new DOMRect(700, 90, 500, 400));
  expect(placeOfToasts()).toEqual({ left: 950, bottom: 800 - 490 + 56, maxWidth: 476 });
});
test('a small canvas, or none, leaves them at the lower edge', () => {
  expect(placeOfToasts()).toEqual({});
  canvases(new DOMRect(280, 90, 200, 400));
  expect(placeOfToasts()).toEqual({});
});
