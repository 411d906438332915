import './palette.css';
import { type PaletteEntry, paletteEntries } from '@tandem/nodes';
import { ChevronRight, Plus, Search, Zap } from 'lucide-react';
import { type KeyboardEvent, memo, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { DRAG_TYPE } from '../../canvas/index.ts';
import { useShortcut } from '../../commands/index.ts';
import { Button, Icon, Kbd, TextField } from '../../components/index.ts';
import type { Kinds } from '../store/nodes.ts';
import { type Group, groupPalette, searchPalette } from './search.ts';

function Entry({ entry, onPlace }: { entry: PaletteEntry; onPlace(type: string): void }) {
  return (
    <button
      type="button"
      className="palette-item"
      tabIndex={-1}
      data-node-type={entry.type}
      data-group={entry.group}
      // Its mark is drawn by the style sheet: every element counts on a page with a thousand nodes.
      data-executed={entry.executed || undefined}
      aria-description={entry.executed ? 'runs in the simulation' : undefined}
      title={entry.help}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAG_TYPE, entry.type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      onClick={() => onPlace(entry.type)}
    >
      <Icon name={entry.icon} />
      <span>{entry.name}</span>
    </button>
  );
}

/**
 * A closed group has no entries in the page, and an open one at first those that the simulation runs: there are more than two hundred types.
 *
 * @param whole shows every entry at once: somebody looks for one
 */
function GroupList({ group, whole, onPlace }: { group: Group; whole: boolean; onPlace(type: string): void }) {
  const executed = group.entries.filter((entry) => entry.executed);
  const [open, setOpen] = useState(whole || executed.length > 0);
  const [all, setAll] = useState(whole || executed.length === 0);
  const list = useRef<HTMLUListElement>(null);
  const hidden = all ? 0 : group.entries.length - executed.length;
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="palette-group">
      <summary>
        <ChevronRight size={13} aria-hidden="true" />
        <span className="caps">{group.name}</span>
        <span className="palette-count numeric">{group.entries.length}</span>
      </summary>
      <ul ref={list}>
        {(open ? (all ? group.entries : executed) : []).map((entry) => (
          <li key={entry.type}>
            <Entry entry={entry} onPlace={onPlace} />
          </li>
        ))}
      </ul>
      {open && hidden > 0 ? (
        <button
          type="button"
          tabIndex={-1}
          className="palette-item palette-more"
          onClick={() => {
            flushSync(() => setAll(true));
            // The button is gone; whoever pressed it goes on where it stood.
            list.current?.querySelectorAll<HTMLElement>('.palette-item')[executed.length]?.focus();
          }}
        >
          {`${hidden} more`}
        </button>
      ) : null}
    </details>
  );
}

/**
 * Arrow keys go from entry to entry; Tab stops at the search and the groups alone, as nobody wants to pass two hundred types on the way. A letter goes
 * on in the search, which finds more than what is open.
 */
function moveFocus(event: KeyboardEvent<HTMLElement>) {
  if (isLetter(event) && !(event.target instanceof HTMLInputElement)) event.currentTarget.querySelector('input')?.focus();
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('input, summary, details[open] .palette-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = items[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function isLetter({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return /^[\p{L}\p{N}]$/u.test(key) && !ctrlKey && !metaKey && !altKey;
}

/** Left: every node type. Drag one onto the canvas, or press it to place it. Drawn anew only with other types: it is large, and a journey changes with every letter. */
export const Palette = memo(function Palette({ kinds, onPlace, onNewType }: { kinds: Kinds; onPlace(type: string): void; onNewType(): void }) {
  const [query, setQuery] = useState('');
  const addKey = useShortcut('canvas.add');
  const entries = useMemo(() => paletteEntries(kinds), [kinds]);
  const groups = useMemo(() => groupPalette(searchPalette(entries, query)), [entries, query]);
  const searching = query.trim() !== '';
  return (
    <nav className="palette" aria-label="Node types" onKeyDown={moveFocus}>
      <div className="palette-search">
        <TextField
          label="Find a node"
          hideLabel
          placeholder="Find a node"
          type="search"
          value={query}
          onChange={setQuery}
          before={<Search size={15} aria-hidden="true" />}
          after={addKey === undefined ? undefined : <Kbd>{addKey}</Kbd>}
        />
      </div>
      <div className="palette-groups">
        {groups.map((group) => (
          <GroupList key={`${group.name}${searching}`} group={group} whole={searching} onPlace={onPlace} />
        ))}
        {groups.length === 0 ? <p className="palette-none">No node type matches “{query}”. Try another word, such as “wait” or “MFA”.</p> : null}
      </div>
      <div className="palette-new">
        <Button size="small" kind="quiet" icon={<Plus size={14} aria-hidden="true" />} onPress={onNewType}>
          New custom node
        </Button>
      </div>
      <p className="palette-legend">
        <Zap size={12} aria-hidden="true" /> runs in the simulation; at others you choose the outcome
      </p>
    </nav>
  );
});
