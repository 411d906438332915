import './dialogs.css';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Label, ListBox, ListBoxItem, SearchField, Text } from 'react-aria-components';
import { Icon, useBestMatch } from '../../components/index.ts';

export interface Pick {
  id: string;
  label: string;
  detail?: string | undefined;
  icon?: string;
}

/** Those that have the words of the query. */
export function matching(items: readonly Pick[], query: string): Pick[] {
  const wanted = query.trim().toLowerCase();
  return items.filter((item) => `${item.label} ${item.detail ?? ''}`.toLowerCase().includes(wanted));
}

/** Type to narrow, arrow keys to move, Enter to pick. */
export function PickList({
  label,
  items,
  filter,
  onPick,
}: {
  label: string;
  items: readonly Pick[];
  filter?(query: string): readonly Pick[];
  onPick(id: string): void;
}) {
  const [query, setQuery] = useState('');
  const shown = useMemo(() => (filter ? filter(query) : matching(items, query)), [items, filter, query]);
  const bestMatch = useBestMatch(query.trim() === '' ? undefined : shown[0], ({ id }) => onPick(id));
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className="field" autoFocus>
        <Label className="field-label">{label}</Label>
        <div className="control">
          <Search size={15} aria-hidden="true" />
          <Input className="control-input" {...bestMatch} />
        </div>
      </SearchField>
      <ListBox
        className="list pick-list"
        aria-label={label}
        items={shown}
        selectionMode="none"
        onAction={(key) => onPick(String(key))}
        renderEmptyState={() => <div className="list-empty">Nothing matches.</div>}
      >
        {(item) => (
          <ListBoxItem id={item.id} textValue={item.label} className="list-item pick-item">
            {item.icon ? <Icon name={item.icon} /> : null}
            <span className="list-text">
              <Text slot="label">{item.label}</Text>
              {item.detail ? (
                <Text slot="description" className="list-detail">
                  {item.detail}
                </Text>
              ) : null}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Autocomplete>
  );
}
