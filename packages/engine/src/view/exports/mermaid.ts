import type { Sequence } from './sequence.ts';

/** A sequence diagram in Mermaid's language (mermaid.js.org, sequence diagrams). */
export function mermaidOf({ participants, items }: Sequence): string {
  const lines = ['sequenceDiagram'];
  for (const { id, label, kind } of participants) lines.push(`  ${kind === 'client' ? 'actor' : 'participant'} ${id} as ${plain(label)}`);
  const [first, last] = [participants[0]?.id, participants.at(-1)?.id];
  for (const item of items) {
    if (item.kind === 'message') lines.push(`  ${item.from}${item.answer ? '-->>' : '->>'}${item.to}: ${plain(item.text)}`);
    else if (item.kind === 'note') lines.push(`  Note over ${item.over}: ${plain(item.text)}`);
    else lines.push(`  Note over ${first === last ? first : `${first},${last}`}: ${plain(item.text)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Text in which nothing is Mermaid's: its own marks become entity codes, line ends blanks. */
function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? '…' : line.replace(/[#;<>%{}]/g, (mark) => `#${mark.charCodeAt(0)};`);
}
