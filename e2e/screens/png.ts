import module from '@pdf-lib/upng';

// A CommonJS module that was made of an ES module: Node hands out all of it as its default export.
const UPNG = (module as unknown as { default?: typeof module }).default ?? module;
const COLOURS = 256;

/** The same picture with a palette: what a screen shows has few colours, and a repository keeps every version. */
export function smallPng(png: Buffer): Buffer {
  const picture = UPNG.decode(new Uint8Array(png).buffer);
  const { width, height } = picture;
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(picture), width, height, COLOURS));
}
