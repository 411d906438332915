const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Characters that no XML document may hold, in whatever form. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Any text as content or attribute of an SVG. */
export function escaped(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function rectangle({ x, y, width, height }: Box, { fill, stroke, radius }: { fill: string; stroke?: string; radius: number }): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"${stroke === undefined ? '' : ` stroke="${stroke}"`}/>`;
}

interface TextStyle {
  size: number;
  fill: string;
  weight?: number;
  anchor?: 'middle' | 'end';
}

/** @param y of the line the letters stand on */
export function textAt(text: string, x: number, y: number, { size, fill, weight, anchor }: TextStyle): string {
  const styles = `${weight === undefined ? '' : ` font-weight="${weight}"`}${anchor === undefined ? '' : ` text-anchor="${anchor}"`}`;
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}"${styles}>${escaped(text)}</text>`;
}

export function lineAt(x1: number, x2: number, y: number, stroke: string): string {
  return `<path d="M${x1} ${y}H${x2}" stroke="${stroke}"/>`;
}
