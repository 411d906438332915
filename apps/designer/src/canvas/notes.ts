import * as read from './json.ts';

/** A sticky note as AIC's editor keeps it in `uiConfig.annotations`. */
export interface Note {
  id: string;
  text: string;
  color: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const MARK = 'note:';

/** A note's id among those of nodes. */
export const noteNode = (id: string): string => `${MARK}${id}`;

/** The note that stands under this id on the canvas; null for anything else. */
export const noteIdOf = (node: string): string | null => (node.startsWith(MARK) ? node.slice(MARK.length) : null);

/** The notes of a journey; text that is not the JSON it should be holds none. */
export function notesOf(annotations: string | undefined): Note[] {
  const structural = read.property(read.parse(annotations), 'structural');
  if (!Array.isArray(structural)) return [];
  return structural.flatMap((entry: unknown) => {
    const id = read.property(entry, 'id');
    const text = read.property(entry, 'text');
    if (typeof id !== 'string' || typeof text !== 'string') return [];
    const number = (name: string, fallback: number) => {
      const value = read.property(entry, name);
      return typeof value === 'number' ? value : fallback;
    };
    const color = read.property(entry, 'color');
    return [
      {
        id,
        text,
        color: typeof color === 'string' ? color : 'yellow',
        x: number('x', 0),
        y: number('y', 0),
        width: number('w', 200),
        height: number('h', 80),
      },
    ];
  });
}
