import module from '@pdf-lib/upng';

// A CommonJS module that was made of an ES module: Node hands out all of it as its default export.
const UPNG = (module as unknown as { default?: typeof module }).default ?? module;
const COLOURS = 256;

/** @returns four bytes a pixel: red, green, blue, alpha */
export function decodePng(png: Buffer): { width: number; height: number; pixels: Uint8Array } {
  const picture = UPNG.decode(new Uint8Array(png).buffer);
  return { width: picture.width, height: picture.height, pixels: new Uint8Array(UPNG.toRGBA8(picture)[0] ?? new ArrayBuffer(0)) };
}

/** The same picture with a palette: what a screen shows has few colours, and a repository keeps every version. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = decodePng(png);
  return Buffer.from(UPNG.encode([pixels.buffer as ArrayBuffer], width, height, COLOURS));
}
