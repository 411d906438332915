import * as read from './json.ts';

/** A sticky note as AIC's editor keeps it in `uiConfig.annotations`. */
export interface Note {
  id: string;
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

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
    return [{ id, text, x: number('x', 0), y: number('y', 0), width: number('w', 200), height: number('h', 80) }];
  });
}
