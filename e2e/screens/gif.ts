import gifenc from 'gifenc';
import { decodePng } from './png.ts';

const { applyPalette, GIFEncoder, quantize } = gifenc;
/** One of a GIF's 256 colours stands for what does not change. */
const COLOURS = 255;
const SAME = COLOURS;
/** Left in place, to be drawn over. */
const KEEP = 1;

/** A picture of a recording, and how long it was seen. */
export interface Shot {
  png: Buffer;
  /** In ms. */
  shown: number;
}

/** An animated picture of what a screen showed. Of each picture only what changed is kept. */
export function gif(shots: readonly Shot[]): Uint8Array {
  const encoder = GIFEncoder();
  let before: Uint32Array | undefined;
  for (const { png, shown } of shots) {
    const { width, height, pixels } = decodePng(png);
    const now = new Uint32Array(pixels.buffer);
    const was = before;
    const changed = was === undefined ? now : now.filter((pixel, index) => pixel !== was[index]);
    before = now;
    const palette = quantize(new Uint8Array((changed.length > 0 ? changed : now).buffer), COLOURS);
    while (palette.length <= SAME) palette.push([0, 0, 0]);
    const picture = applyPalette(pixels, palette.slice(0, COLOURS));
    if (was !== undefined) for (const [index, pixel] of now.entries()) if (pixel === was[index]) picture[index] = SAME;
    encoder.writeFrame(picture, width, height, { palette, delay: shown, transparent: was !== undefined, transparentIndex: SAME, dispose: KEEP });
  }
  encoder.finish();
  return encoder.bytes();
}
