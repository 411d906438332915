import type { Participant, Sequence, SequenceItem } from './sequence.ts';

const LANE = 280;
const HEAD = 34;
const ROW = 30;
const PAD = 16;
/** Characters that fit between two lanes. */
const FIT = 42;

const STYLE = `
  svg { font: 12px Inter, system-ui, sans-serif; }
  .paper { fill: #ffffff; } .line { stroke: #98a2b3; } .text { fill: #1b2130; } .dim { fill: #667085; }
  .head { fill: #f6f7f9; stroke: #98a2b3; } .note { fill: #f6f7f9; stroke: #e3e6ec; }
  .main { stroke: #2563eb; } .backchannel { stroke: #7c3aed; } .transaction { stroke: #b45309; } .outbox, .client { stroke: #667085; }
  @media (prefers-color-scheme: dark) {
    .paper { fill: #161a22; } .text { fill: #e6e9f0; } .dim { fill: #98a2b3; } .head, .note { fill: #0f1218; } .note { stroke: #262c38; }
    .main { stroke: #6ea0ff; } .backchannel { stroke: #b794f6; } .transaction { stroke: #f0b35a; }
  }`;

/** A sequence diagram as a picture, for light and dark. Texts that are too long are cut, and whole in the tooltip. */
export function sequenceSvg({ participants, items }: Sequence, title: string): string {
  const x = new Map(participants.map(({ id }, index) => [id, PAD + LANE / 2 + index * LANE]));
  const width = PAD * 2 + LANE * Math.max(participants.length, 1);
  const height = PAD * 2 + HEAD + ROW * (items.length + 1);
  const rows = items.map((item, index) => rowOf(item, PAD + HEAD + ROW * (index + 1), x, width)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" class="dim"/></marker></defs>
<rect class="paper" width="${width}" height="${height}"/>
${participants.map((participant) => laneOf(participant, x.get(participant.id) ?? 0, height)).join('')}${rows}</svg>
`;
}

function laneOf({ label, kind }: Participant, x: number, height: number): string {
  return `<line class="line ${kind}" x1="${x}" y1="${PAD + HEAD}" x2="${x}" y2="${height - PAD}" stroke-dasharray="3 4"/>
<rect class="head ${kind}" x="${x - LANE / 2 + 8}" y="${PAD}" width="${LANE - 16}" height="${HEAD}" rx="6"/>${textAt(label, x, PAD + HEAD / 2 + 4, FIT)}
`;
}

function rowOf(item: SequenceItem, y: number, x: ReadonlyMap<string, number>, width: number): string {
  if (item.kind === 'gap') return `${textAt(`⋯ ${item.text} ⋯`, width / 2, y, 60, 'dim')}\n`;
  if (item.kind === 'note') {
    const at = x.get(item.over) ?? 0;
    return `<rect class="note" x="${at - LANE / 2 + 8}" y="${y - 15}" width="${LANE - 16}" height="22" rx="4"/>${textAt(item.text, at, y, FIT)}\n`;
  }
  const [from, to] = [x.get(item.from) ?? 0, x.get(item.to) ?? 0];
  const dashes = item.answer ? ' stroke-dasharray="5 4"' : '';
  const lanes = Math.max(1, Math.round(Math.abs(to - from) / LANE));
  return `<line class="line" x1="${from}" y1="${y + 4}" x2="${to}" y2="${y + 4}" marker-end="url(#tip)"${dashes}/>${textAt(item.text, (from + to) / 2, y, FIT * lanes)}\n`;
}

function textAt(text: string, x: number, y: number, fit: number, style = 'text'): string {
  const cut = text.length > fit ? `${text.slice(0, fit - 1)}…` : text;
  const whole = cut === text ? '' : `<title>${escaped(text)}</title>`;
  return `<text class="${style}" x="${x}" y="${y}" text-anchor="middle">${whole}${escaped(cut)}</text>`;
}

/** Also without what XML cannot hold. */
function escaped(text: string): string {
  const held = [...text].filter((letter) => letter >= ' ' || letter === '\t').join('');
  return held.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
