/** Changes to a source text that keep its lines. */
export interface Edits {
  insert(at: number, text: string): void;
  replace(start: number, end: number, text: string): void;
  /** Puts text around a range. Ranges nest as in a tree; of two equal ones the first is the outer. */
  wrap(range: { start: number; end: number }, before: string, after: string): void;
  apply(source: string): string;
}

interface Edit {
  start: number;
  end: number;
  text: string;
  /** At one place: what ends there, then what is inserted, then what begins there. */
  rank: number;
  /** Order among those of one rank. */
  order: number;
}

export function createEdits(): Edits {
  const edits: Edit[] = [];
  return {
    insert: (at, text) => void edits.push({ start: at, end: at, text, rank: 1, order: 0 }),
    replace: (start, end, text) => void edits.push({ start, end, text, rank: 3, order: 0 }),
    wrap({ start, end }, before, after) {
      edits.push({ start, end: start, text: before, rank: 2, order: -end });
      // Inner ranges, which begin later or were added later, end first.
      edits.push({ start: end, end, text: after, rank: 0, order: -start - edits.length / 1e7 });
    },
    apply(source) {
      const ordered = edits.sort((a, b) => a.start - b.start || a.rank - b.rank || a.order - b.order);
      const parts: string[] = [];
      let from = 0;
      for (const { start, end, text } of ordered) {
        if (start < from) continue;
        // A replaced range keeps its line breaks.
        parts.push(source.slice(from, start), text, source.slice(start, end).replace(/[^\n]/g, ''));
        from = end;
      }
      return parts.join('') + source.slice(from);
    },
  };
}
