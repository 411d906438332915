import { FoldVertical } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { Line } from '../derive/timeline.ts';
import { EventLine } from '../events/EventLine.tsx';
import { type Row, type Rows, rowsOf } from './rows.ts';

/** Rows of a list drawn in two columns; the list has the focus and takes the keys, as one of a grid does. */
const rowProps = (number: number, isHere: boolean) =>
  ({ role: 'row', id: `${ID}${number}`, 'aria-rowindex': number + 1, 'aria-selected': isHere }) as const;
const GRID = { role: 'grid', tabIndex: 0, 'aria-label': 'Events of both', 'aria-colcount': 2 } as const;
const CELL = { role: 'gridcell' } as const;
const WHOLE = { role: 'gridcell', 'aria-colspan': 2 } as const;
/** So many rows are drawn; more are on demand. */
const DRAWN = 400;
const ID = 'cmp-row-';

interface ListsProps {
  rows: Rows;
  /** Pair whose moments are looked at. */
  index: number;
  onChoose(index: number): void;
  ref: Ref<HTMLDivElement>;
}

/** Events of both side by side; what both tell alike is folded. */
export function Lists({ rows, index, onChoose, ref }: ListsProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [drawn, setDrawn] = useState(DRAWN);
  const list = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => list.current as HTMLDivElement);
  const shown = useMemo(() => rowsOf(rows, open), [rows, open]);
  const places = useMemo(() => new Map(rows.pairs.map((pair, at) => [pair, at])), [rows]);
  const indexOf = (row: Row): number => (row.kind === 'fold' ? row.from + row.count - 1 : (places.get(row.pair) ?? 0));
  const at = shown.findIndex((row) => indexOf(row) >= index);
  const last = Math.max(drawn, at + 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: wherever the row is now, it is to be seen
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index, at]);
  const unfold = (key: string) => setOpen((old) => new Set(old).add(key));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const row = shown[at];
    const step = STEPS[event.key];
    const to = step === undefined ? EDGES[event.key]?.(shown.length) : at + step;
    if (to !== undefined) {
      const next = shown[Math.max(0, Math.min(shown.length - 1, to))];
      if (next) onChoose(indexOf(next));
    } else if (row?.kind === 'fold' && (event.key === 'Enter' || event.key === ' ' || event.key === 'ArrowRight')) unfold(row.key);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a grid; its rows are drawn in part, so it is no table
    <div
      ref={list}
      className="cmp-lists"
      {...GRID}
      {...{ 'aria-rowcount': shown.length, 'aria-activedescendant': at >= 0 ? `${ID}${at}` : undefined }}
      onKeyDown={onKeyDown}
    >
      {shown.slice(0, last).map((row, number) =>
        row.kind === 'fold' ? (
          <div key={row.key} className="cmp-fold" {...rowProps(number, number === at)}>
            <span {...WHOLE}>
              <button type="button" tabIndex={-1} onClick={() => unfold(row.key)}>
                <FoldVertical size={13} aria-hidden="true" />
                {row.count} events are alike
              </button>
            </span>
          </div>
        ) : (
          <PairRow key={row.key} number={number} row={row} isHere={number === at} onChoose={() => onChoose(indexOf(row))} />
        ),
      )}
      {last < shown.length ? (
        <div className="cmp-fold" {...rowProps(last, false)}>
          <span {...WHOLE}>
            <button type="button" tabIndex={-1} onClick={() => setDrawn(last + DRAWN)}>
              {shown.length - last} more
            </button>
          </span>
        </div>
      ) : null}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, PageUp: -10, PageDown: 10 };
const EDGES: Readonly<Record<string, (length: number) => number>> = { Home: () => 0, End: (length) => length - 1 };

interface PairRowProps {
  number: number;
  row: Extract<Row, { kind: 'pair' }>;
  isHere: boolean;
  onChoose(): void;
}

function PairRow({ number, row: { pair, isFirst }, isHere, onChoose }: PairRowProps) {
  return (
    <div
      className="cmp-row"
      {...rowProps(number, isHere)}
      data-here={isHere || undefined}
      data-first={isFirst || undefined}
      data-differs={!pair.same || undefined}
      {...{ onClick: onChoose }}
    >
      <Cell line={pair.a} side="A" isFirst={isFirst} />
      <Cell line={pair.b} side="B" isFirst={isFirst} />
    </div>
  );
}

function Cell({ line, side, isFirst }: { line: Line | null; side: string; isFirst: boolean }) {
  return (
    <div className="cmp-cell" {...CELL} data-gap={line === null || undefined}>
      {line === null ? (
        <span className="visually-hidden">Nothing in {side}</span>
      ) : (
        <div className="sim-event" data-hue={line.hue} data-failed={line.failed || undefined}>
          {isFirst ? <span className="visually-hidden">First difference. </span> : null}
          <EventLine line={line} />
        </div>
      )}
    </div>
  );
}
