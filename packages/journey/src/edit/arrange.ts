/** What is arranged: a card with its place and its size on the canvas. */
export interface Box {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontal' | 'vertical';
export type Places = { id: string; x: number; y: number }[];

const ACROSS: ReadonlySet<Alignment> = new Set(['left', 'center', 'right']);

/** Places at which the boxes lie on one line: their outermost edge, or the middle of them all. Whole pixels. */
export function align(boxes: readonly Box[], how: Alignment): Places {
  const across = ACROSS.has(how);
  const start = (box: Box) => (across ? box.x : box.y);
  const size = (box: Box) => (across ? box.width : box.height);
  const low = Math.min(...boxes.map(start));
  const high = Math.max(...boxes.map((box) => start(box) + size(box)));
  return boxes.map((box) => {
    const near = how === 'left' || how === 'top';
    const far = how === 'right' || how === 'bottom';
    const place = near ? low : far ? high - size(box) : Math.round((low + high - size(box)) / 2);
    return across ? { id: box.id, x: place, y: box.y } : { id: box.id, x: box.x, y: place };
  });
}

/** Places with the same gap between each two neighbours; the first and the last stay. Fewer than three stay as they are. */
export function distribute(boxes: readonly Box[], axis: Axis): Places {
  const across = axis === 'horizontal';
  const start = (box: Box) => (across ? box.x : box.y);
  const size = (box: Box) => (across ? box.width : box.height);
  const sorted = [...boxes].sort((a, b) => start(a) - start(b));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last || sorted.length < 3) return boxes.map(({ id, x, y }) => ({ id, x, y }));
  const inner = sorted.reduce((sum, box) => sum + size(box), 0);
  const gap = (start(last) + size(last) - start(first) - inner) / (sorted.length - 1);
  let at = start(first);
  return sorted.map((box) => {
    const place = box === last ? start(last) : box === first ? start(first) : Math.round(at);
    at += size(box) + gap;
    return across ? { id: box.id, x: place, y: box.y } : { id: box.id, x: box.x, y: place };
  });
}
