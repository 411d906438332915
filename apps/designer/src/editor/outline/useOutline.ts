import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useEditing, useEditor } from '../EditorContext.ts';
import { nodeKey, type OutlineRow, outlineRows, rowsByKey } from './rows.ts';

/** More nodes than these start folded. */
const UNFOLDED = 40;
/** A dialog that closes gives the focus back first. */
const FRAMES_BEFORE = 3;
const FRAMES = 12;

/** Rows of the journey, which of them are unfolded, and the one that commands are about, in step with what is selected. */
export function useOutline(root: RefObject<HTMLElement | null>) {
  const { store, resources } = useEditing();
  const kinds = resources.nodeTypes;
  const document = useEditor((state) => state.document);
  const selected = useEditor((state) => state.child ?? state.selection.nodes[0] ?? null);
  const rows = useMemo(() => outlineRows(kinds, document), [kinds, document]);
  const byKey = useMemo(() => rowsByKey(rows), [rows]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => new Set(rows.length > UNFOLDED ? rows.map(({ key }) => key) : []));
  const [chosen, setChosen] = useState<string | null>(null);
  // What was chosen elsewhere, on the canvas or in a list of problems, is the row here, too.
  const row = chosen === null ? undefined : byKey.get(chosen);
  const owner = row?.kind === 'outcome' ? row.from : (row?.id ?? null);
  const current = selected !== null && owner !== selected ? (byKey.get(nodeKey(selected)) ?? row) : row;

  const choose = useCallback(
    (key: string) => {
      setChosen(key);
      const next = byKey.get(key);
      if (!next) return;
      if (next.kind === 'outcome') store.select({ nodes: [next.from], edge: null });
      else if (next.page === null) store.select({ nodes: [next.id], edge: null });
      else store.select({ nodes: [next.page], edge: null }, next.id);
    },
    [byKey, store],
  );
  const latest = useRef({ rows, byKey, choose });
  latest.current = { rows, byKey, choose };
  const show = useCallback(
    (key: string) => {
      const attempt = (frame: number) => {
        const wanted = latest.current.byKey.get(key);
        const holder = latest.current.rows.find((node) => node.kind === 'node' && node.rows.some((inner) => inner.key === key));
        if (holder) setFolded((keys) => (keys.has(holder.key) ? new Set([...keys].filter((other) => other !== holder.key)) : keys));
        const element = root.current?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(key)}"]`);
        if (frame >= FRAMES_BEFORE && wanted && element) {
          latest.current.choose(key);
          element.focus();
          element.scrollIntoView({ block: 'nearest' });
        } else if (frame < FRAMES) requestAnimationFrame(() => attempt(frame + 1));
      };
      attempt(0);
    },
    [root],
  );
  useGone(root, rows, chosen, byKey, show);
  const all = rows.flatMap((entry) => (entry.kind === 'node' && entry.rows.length > 0 ? [entry.key] : []));
  return {
    rows,
    byKey,
    current: current ?? null,
    choose,
    show,
    expanded: all.filter((key) => !folded.has(key)),
    setExpanded: (keys: ReadonlySet<unknown>) => setFolded(new Set(all.filter((key) => !keys.has(key)))),
    fold: (how: 'all' | 'nothing') => setFolded(new Set(how === 'all' ? all : [])),
  };
}

/** When the row that had the focus is gone (deleted, undone), the one that took its place gets it. */
function useGone(
  root: RefObject<HTMLElement | null>,
  rows: readonly OutlineRow[],
  chosen: string | null,
  byKey: ReadonlyMap<string, OutlineRow>,
  show: (key: string) => void,
): void {
  const before = useRef<readonly string[]>([]);
  useEffect(() => {
    const keys = rows.flatMap((row) => [row.key, ...(row.kind === 'node' ? row.rows.map(({ key }) => key) : [])]);
    const place = chosen === null ? -1 : before.current.indexOf(chosen);
    before.current = keys;
    if (chosen === null || byKey.has(chosen) || place < 0) return;
    const { activeElement, body } = globalThis.document;
    const next = keys[Math.min(place, keys.length - 1)];
    if (next !== undefined && (activeElement === body || root.current?.contains(activeElement))) show(next);
  }, [rows, chosen, byKey, show, root]);
}
