import type { Drawing } from '../canvas/index.ts';
import { cardMarkup } from './card.ts';
import type { Palette } from './palette.ts';
import { type Measure, wrap } from './text.ts';
import { escaped, rectangle, textAt } from './xml.ts';

const MARGIN = 32;
const FONT = "'Inter Variable', Inter, system-ui, 'Segoe UI', sans-serif";

export interface SvgTools {
  palette: Palette;
  measure: Measure;
  /** The inside of a 24 × 24 icon's <svg>, by its name in node definitions. */
  icon(name: string): string;
  /** `@font-face` rules for where the picture cannot use the page's fonts. */
  fonts?: string;
}
export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const END_LABELS = { start: 'Start', success: 'Success', failure: 'Failure' };

/** The whole journey as an SVG document of its own: no style sheet, no script, nothing to load. */
export function svgOf(drawing: Drawing, tools: SvgTools): Picture {
  const { palette, measure, fonts } = tools;
  const { bounds } = drawing;
  const [x, y] = [Math.floor(bounds.x - MARGIN), Math.floor(bounds.y - MARGIN)];
  const [width, height] = [Math.ceil(bounds.width + 2 * MARGIN), Math.ceil(bounds.height + 2 * MARGIN)];
  const notes = drawing.notes.map(({ text, rect }) => {
    const lines = wrap(text, rect.width - 24, 12, 400, Math.max(1, Math.floor((rect.height - 16) / 17)), measure);
    const words = lines.map((line, index) => textAt(line, rect.x + 12, rect.y + 22 + index * 17, { size: 12, fill: palette['note-text'] }));
    return rectangle(rect, { fill: palette.note, stroke: palette['note-line'], radius: 6 }) + words.join('');
  });
  const wires = drawing.wires.map(
    ({ path, unknownTarget }) =>
      `<path d="${path}" stroke="${unknownTarget ? palette.failure : palette.edge}"${unknownTarget ? ' stroke-dasharray="2 4"' : ''}/>`,
  );
  const ends = drawing.ends.map(({ kind, rect }) => {
    const fill = kind === 'success' ? palette['success-text'] : kind === 'failure' ? palette.failure : palette.text;
    const label = textAt(END_LABELS[kind], rect.x + rect.width / 2, rect.y + rect.height / 2 + 4.5, {
      size: 13,
      weight: 600,
      fill,
      anchor: 'middle',
    });
    return rectangle(rect, { fill: palette.panel, stroke: palette['line-card'], radius: rect.height / 2 }) + label;
  });
  const unknown = drawing.unknown.map(
    ({ id, rect }) =>
      rectangle(rect, { fill: palette.panel, stroke: palette.failure, radius: 8 }) +
      textAt(wrap(`Unknown node ${id}`, rect.width - 24, 12, 400, 1, measure)[0] ?? '', rect.x + 12, rect.y + rect.height / 2 + 4, {
        size: 12,
        fill: palette.failure,
      }),
  );
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${x} ${y} ${width} ${height}" font-family="${FONT}" role="img">`,
    `<title>${escaped(drawing.name)}</title>`,
    fonts === undefined ? '' : `<style>${fonts}</style>`,
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette.background}"/>`,
    ...notes,
    `<g fill="none" stroke-width="1.5">${wires.join('')}</g>`,
    ...drawing.cards.map((card) => cardMarkup(card, tools)),
    ...ends,
    ...unknown,
    '</svg>',
  ];
  return { svg: svg.filter((part) => part !== '').join('\n'), width, height };
}
