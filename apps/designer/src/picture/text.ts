/** Width of a text in px. */
export type Measure = (text: string, size: number, weight: number) => number;

const ELLIPSIS = '…';

/** The text, cut where it would be wider than there is room. */
export function cut(text: string, room: number, size: number, weight: number, measure: Measure): string {
  if (measure(text, size, weight) <= room) return text;
  const letters = [...text];
  while (letters.length > 0 && measure(letters.join('').trimEnd() + ELLIPSIS, size, weight) > room) letters.pop();
  return letters.join('').trimEnd() + ELLIPSIS;
}

/** Lines of a text by its words; the last one that is allowed is cut. Line breaks of the text stay. */
export function wrap(text: string, room: number, size: number, weight: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line !== '' && measure(longer, size, weight) > room) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1] ?? ''}${ELLIPSIS}`;
  return kept.map((line) => cut(line, room, size, weight, measure));
}
