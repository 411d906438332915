import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Drawing } from '../canvas/index.ts';
import { Icon } from '../components/index.ts';
import { paletteOf } from './palette.ts';
import { type Picture, type SvgTools, svgOf } from './svg.ts';
import type { Measure } from './text.ts';

export type PictureTheme = 'light' | 'dark';

/** A browser draws no larger pictures, or runs out of memory; then it is drawn smaller. */
const MOST_PIXELS = 100_000_000;
const MOST_SIDE = 16_000;
const SHARPNESS = 2;

/** Widths as this browser would draw them. */
function measurer(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  return (text, size, weight) => {
    if (!context) return text.length * size * 0.55;
    context.font = `${weight} ${size}px "Inter Variable", Inter, system-ui, sans-serif`;
    return context.measureText(text).width;
  };
}

/** Icons are React components: each is drawn once, apart from the page. Not while React renders something else. */
function iconsOf({ cards }: Drawing): Map<string, string> {
  const names = new Set(cards.flatMap(({ data }) => [data.icon, ...data.children.map(({ icon }) => icon)]));
  const holder = document.createElement('div');
  const root = createRoot(holder);
  const icons = new Map<string, string>();
  for (const name of names) {
    flushSync(() => root.render(<Icon name={name} />));
    icons.set(name, [...(holder.querySelector('svg')?.children ?? [])].map((child) => new XMLSerializer().serializeToString(child)).join(''));
  }
  root.unmount();
  return icons;
}

function toolsFor(drawing: Drawing, theme: PictureTheme): SvgTools {
  const icons = iconsOf(drawing);
  return { palette: paletteOf(theme), measure: measurer(), icon: (name) => icons.get(name) ?? '' };
}

/** The journey as an SVG document. */
export async function svgPicture(drawing: Drawing, theme: PictureTheme): Promise<Picture> {
  // Texts are measured with the font that they are drawn with.
  await document.fonts.ready;
  return svgOf(drawing, toolsFor(drawing, theme));
}

/** A picture within a picture sees none of the page's fonts. */
async function embeddedFont(): Promise<string> {
  const bytes = await (await fetch(interUrl)).blob();
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${address}) format('woff2')}`;
}

/** The journey as a PNG of twice its size on screen, or less where that would be too large for a browser. */
export async function pngPicture(drawing: Drawing, theme: PictureTheme): Promise<Blob> {
  const { svg, width, height } = svgOf(drawing, { ...toolsFor(drawing, theme), fonts: await embeddedFont() });
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const scale = Math.min(SHARPNESS, MOST_SIDE / width, MOST_SIDE / height, Math.sqrt(MOST_PIXELS / (width * height)));
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * scale);
    canvas.height = Math.floor(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('This browser could not make a picture of that size.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
