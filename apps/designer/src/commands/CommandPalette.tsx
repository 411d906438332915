import './commands.css';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components';
import { Dialog, Kbd, useBestMatch } from '../components/index.ts';
import { fuzzySearch } from './fuzzy.ts';
import { keysFor } from './keymap.ts';
import { shownKey } from './keys.ts';
import { closeAnd, closeOverlays, useOverlays } from './overlays.ts';
import { type PaletteItem, paletteItems } from './paletteItems.ts';
import { rememberRecent } from './recent.ts';

const SHOWN = 80;

function keyOf({ command }: PaletteItem): string | undefined {
  return command && keysFor(command)[0];
}

function Row({ item }: { item: PaletteItem }) {
  const Icon = item.icon;
  const key = keyOf(item);
  return (
    <ListBoxItem id={item.id} textValue={item.title} className="list-item command-item" data-danger={item.command?.isDanger || undefined}>
      {Icon ? <Icon size={16} aria-hidden="true" /> : <span className="command-no-icon" />}
      <Text slot="label" className="command-title">
        {item.title}
      </Text>
      <Text slot="description" className="list-detail">
        {item.detail}
      </Text>
      {key === undefined ? null : <Kbd>{shownKey(key)}</Kbd>}
    </ListBoxItem>
  );
}

/** Ctrl K: everything that can be done now, and every place to go to, found by typing a few of its letters. */
export default function CommandPalette() {
  const [query, setQuery] = useState(useOverlays.getState().typed);
  // As it was when the palette opened: what the focus was on is what a command is about.
  const [items] = useState(paletteItems);
  const shown = useMemo(() => fuzzySearch(query, items, (item) => `${item.title} ${item.detail}`).slice(0, SHOWN), [query, items]);
  const go = (id: string) => {
    const item = items.find((candidate) => candidate.id === id);
    if (!item) return;
    rememberRecent(id);
    closeAnd(item.go);
  };
  const bestMatch = useBestMatch(shown[0], ({ id }) => go(id));
  return (
    <Dialog title="Commands" isOpen onClose={closeOverlays}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField className="field" autoFocus>
          <Label className="visually-hidden">Search commands, nodes and journeys</Label>
          <div className="control">
            <Search size={15} aria-hidden="true" />
            <Input
              className="control-input"
              placeholder="Search commands, nodes and journeys"
              {...bestMatch}
              onKeyDown={(event) => (event.key === 'Escape' ? closeOverlays() : bestMatch.onKeyDown(event))}
            />
          </div>
        </SearchField>
        <ListBox
          className="list command-list"
          aria-label="Commands"
          items={shown}
          selectionMode="none"
          onAction={(id) => go(String(id))}
          renderEmptyState={() => <div className="list-empty">Nothing matches.</div>}
        >
          {(item) => <Row item={item} />}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
