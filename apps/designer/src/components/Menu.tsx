import './dialog.css';
import './fields.css';
import './lists.css';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';

export interface MenuEntry {
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
}

export interface MenuProps {
  /** Accessible name of the list. */
  label: string;
  /** A Button or IconButton. */
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  onAction(id: string): void;
}

export function Menu({ label, trigger, entries, onAction }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="popover" placement="bottom end" offset={4}>
        <AriaMenu className="list" aria-label={label} onAction={(key) => onAction(String(key))}>
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={entry.label}
              isDisabled={entry.isDisabled ?? false}
              className="list-item menu-item"
              data-danger={entry.isDanger ?? false}
            >
              {entry.icon}
              {entry.label}
              {entry.shortcut ? <Kbd>{entry.shortcut}</Kbd> : null}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
