import './outline.css';
import { ChevronsDownUp, ChevronsUpDown, Maximize2, Minimize2, Plus, X } from 'lucide-react';
import { type FocusEvent, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { Tree } from 'react-aria-components';
import type { CanvasHandle } from '../../canvas/index.ts';
import { openMenu, runCommand, useCommands, useShortcut } from '../../commands/index.ts';
import { IconButton } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { OUTLINE_COMMANDS, type OutlineDialog } from './commands.ts';
import { OutlineDialogs } from './OutlineDialogs.tsx';
import { asItems, OutlineItem } from './OutlineItem.tsx';
import { nodeKey, type OutlineRow } from './rows.ts';
import { useOutline } from './useOutline.ts';
import { takeFocusWish, toggleOutline, useOutlineView } from './view.ts';

export interface OutlineProps {
  problems: ReadonlyMap<string, number>;
  openSettings(): void;
  /** Stands in for the canvas where there is none. */
  ref?: Ref<CanvasHandle>;
}

/** The journey as a tree grid: a full editor for the keyboard, a screen reader, or a small screen. Every change is the canvas's own command. */
export function Outline({ problems, openSettings, ref }: OutlineProps) {
  const { store, resources } = useEditing();
  const journey = useEditor((state) => state.id);
  const root = useRef<HTMLDivElement>(null);
  const [dialog, openDialog] = useState<OutlineDialog | null>(null);
  const outline = useOutline(root);
  const { rows, current, choose, show } = outline;
  const items = useMemo(() => asItems(rows), [rows]);
  const latest = useRef<OutlineRow | null>(current);
  latest.current = current;
  const menu = () => {
    const row = latest.current;
    const box = root.current?.querySelector(`[role="row"][data-key="${CSS.escape(row?.key ?? '')}"]`)?.getBoundingClientRect();
    if (row && box) openMenu({ place: 'outline', label: row.label, x: box.left + 24, y: box.bottom });
  };
  useCommands(
    OUTLINE_COMMANDS,
    { store, kinds: resources.nodeTypes, current: () => latest.current, openDialog, openSettings, show, menu },
    { within: root },
  );
  useImperativeHandle(
    ref,
    () => ({
      reveal: (id) => show(nodeKey(id)),
      show: (id) => root.current?.querySelector(`[data-key="${CSS.escape(nodeKey(id))}"]`)?.scrollIntoView({ block: 'nearest' }),
      // Nothing is out of sight that could not be scrolled to.
      fit: () => undefined,
      center: () => ({ x: 300, y: 200 }),
      placeOfNote: () => ({ x: 300, y: 200 }),
      // Its rows have a dialog for that.
      rename: () => false,
      focus: () => show(latest.current?.key ?? rows[0]?.key ?? ''),
      current: () => (latest.current?.kind === 'outcome' ? latest.current.from : (latest.current?.id ?? null)),
    }),
    [show, rows],
  );
  const view = useOutlineView((state) => state.view);
  useEffect(() => {
    if (takeFocusWish()) show(latest.current?.key ?? nodeKey(store.getState().document.tree.entryNodeId ?? ''));
  }, [show, store]);
  // Commands are about the row that has the focus, however it came there: by arrows, a letter or a click.
  const follow = ({ target }: FocusEvent) => {
    const key = target.closest('[role="row"]')?.getAttribute('data-key') ?? null;
    if (key !== null && key !== latest.current?.key) choose(key);
  };
  const instead = view === 'instead';
  const addKey = useShortcut('outline.add');
  return (
    <section className="outline" ref={root} data-outline="" aria-label={`Outline of ${journey}`} onFocus={follow}>
      <header className="outline-head">
        <h3>Outline</h3>
        <IconButton
          size="small"
          label="Add a node"
          shortcut={addKey}
          icon={<Plus size={15} aria-hidden="true" />}
          onPress={() => runCommand('outline.add')}
        />
        <IconButton size="small" label="Unfold all" icon={<ChevronsUpDown size={15} aria-hidden="true" />} onPress={() => outline.fold('nothing')} />
        <IconButton size="small" label="Fold all" icon={<ChevronsDownUp size={15} aria-hidden="true" />} onPress={() => outline.fold('all')} />
        <IconButton
          size="small"
          label={instead ? 'Beside the canvas' : 'Instead of the canvas'}
          icon={instead ? <Minimize2 size={15} aria-hidden="true" /> : <Maximize2 size={15} aria-hidden="true" />}
          onPress={() => toggleOutline(instead ? 'beside' : 'instead')}
        />
        <IconButton
          size="small"
          label="Hide the outline"
          icon={<X size={15} aria-hidden="true" />}
          onPress={() => toggleOutline(instead ? 'instead' : 'beside')}
        />
      </header>
      <Tree
        className="outline-tree"
        aria-label={`Nodes of ${journey}`}
        items={items}
        dependencies={[problems, choose]}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        escapeKeyBehavior="none"
        selectedKeys={current === null ? [] : [current.key]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : keys;
          if (key !== undefined) choose(String(key));
        }}
        expandedKeys={outline.expanded}
        onExpandedChange={outline.setExpanded}
      >
        {({ row }) => <OutlineItem row={row} problems={problems} choose={choose} />}
      </Tree>
      <OutlineDialogs dialog={dialog} onClose={() => openDialog(null)} show={show} />
    </section>
  );
}
