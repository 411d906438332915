import { CHILD, type Drawing, HEAD, OUTCOME, STARTS, SUMMARY } from '../canvas/index.ts';
import type { Palette } from './palette.ts';
import type { SvgTools } from './svg.ts';
import { cut, wrap } from './text.ts';
import { lineAt, rectangle, textAt } from './xml.ts';

type Card = Drawing['cards'][number];

const ICON_LEFT = 9;
const ICON_BOX = 24;
const TEXT_LEFT = 40;
const RIGHT = 9;

function toneOf(tone: Card['data']['tone'], palette: Palette): { fill: string; stroke: string } {
  if (tone === 'main') return { fill: palette['main-soft'], stroke: palette.main };
  if (tone === 'backchannel') return { fill: palette['backchannel-soft'], stroke: palette.backchannel };
  if (tone === 'custom') return { fill: palette['transaction-soft'], stroke: palette.transaction };
  return { fill: palette.sunken, stroke: palette.dim };
}

function iconAt(markup: string, x: number, y: number, size: number, stroke: string): string {
  const scale = size / 24;
  return `<g transform="translate(${x} ${y}) scale(${scale})" fill="none" stroke="${stroke}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${markup}</g>`;
}

/** Icon, name and type; a long name takes the room of both lines, as on the canvas. */
function head({ data, rect: { x, y, width } }: Card, { palette, measure, icon }: SvgTools): string {
  const tone = toneOf(data.tone, palette);
  const room = width - TEXT_LEFT - RIGHT;
  const names = wrap(data.name, room, 13, 600, 2, measure);
  const name = (line: string, baseline: number) => textAt(line, x + TEXT_LEFT, y + baseline, { size: 13, weight: 600, fill: palette.text });
  const words =
    names.length > 1
      ? names.map((line, index) => name(line, 17 + index * 15))
      : [name(names[0] ?? '', 18), textAt(cut(data.typeName, room, 11, 400, measure), x + TEXT_LEFT, y + 32, { size: 11, fill: palette.dim })];
  return [
    rectangle({ x: x + ICON_LEFT, y: y + 8, width: ICON_BOX, height: ICON_BOX }, { fill: tone.fill, radius: 6 }),
    iconAt(icon(data.icon), x + ICON_LEFT + 4, y + 12, 16, tone.stroke),
    ...words,
  ].join('');
}

function children({ data, rect: { x, width } }: Card, top: number, { palette, measure, icon }: SvgTools): string {
  const box = { x: x + 8, y: top, width: width - 16, height: data.children.length * CHILD };
  const rows = data.children.map((child, index) => {
    const y = top + index * CHILD;
    const label = cut(child.name, box.width - 38, 12, 400, measure);
    const line = index === 0 ? '' : lineAt(box.x, box.x + box.width, y, palette.line);
    return line + iconAt(icon(child.icon), box.x + 8, y + 6, 14, palette.dim) + textAt(label, box.x + 29, y + 17, { size: 12, fill: palette.text });
  });
  return rectangle(box, { fill: palette.background, stroke: palette.line, radius: 6 }) + rows.join('');
}

function ports({ data, rect: { x, width } }: Card, top: number, { palette, measure }: SvgTools): string {
  return data.ports
    .map((port, index) => {
      const y = top + index * OUTCOME;
      const fill = port.gone ? palette.failure : palette.dim;
      const label = textAt(cut(port.label, width - 24, 12, 400, measure), x + width - 12, y + 14, { size: 12, fill, anchor: 'end' });
      const dot = `<circle cx="${x + width}" cy="${y + OUTCOME / 2}" r="4.25" fill="${port.connected ? palette.edge : palette.panel}" stroke="${palette.edge}" stroke-width="1.5"/>`;
      return lineAt(x, x + width, y + 0.5, palette.line) + label + dot;
    })
    .join('');
}

/** A node's card with the rows of canvas/geometry.ts. */
export function cardMarkup(card: Card, tools: SvgTools): string {
  const { data, rect } = card;
  const { palette, measure } = tools;
  const parts = [rectangle(rect, { fill: palette.panel, stroke: palette['line-card'], radius: 8 }), head(card, tools)];
  let y = rect.y + HEAD;
  const words = (text: string, fill: string, weight: number) =>
    textAt(cut(text, rect.width - TEXT_LEFT - RIGHT, 12, weight, measure), rect.x + TEXT_LEFT, y + 13, { size: 12, weight, fill });
  if (data.summary !== '') {
    parts.push(words(data.summary, palette.dim, 400));
    y += SUMMARY;
  }
  if (data.opens !== null) {
    parts.push(words(data.opens, palette['backchannel-text'], 500));
    y += STARTS;
  }
  if (data.children.length > 0) {
    parts.push(children(card, y, tools));
    y += data.children.length * CHILD + 8;
  }
  parts.push(ports(card, y, tools));
  parts.push(`<circle cx="${rect.x}" cy="${rect.y + HEAD / 2}" r="4.25" fill="${palette.panel}" stroke="${palette.edge}" stroke-width="1.5"/>`);
  return `<g>${parts.join('')}</g>`;
}
