import './commands.css';
import { Fragment, useRef, useState } from 'react';
import { Menu, MenuItem, MenuSection, Popover, Separator } from 'react-aria-components';
import { Kbd } from '../components/index.ts';
import { keysFor } from './keymap.ts';
import { shownKey } from './keys.ts';
import { closeAnd, closeOverlays, type OpenMenu } from './overlays.ts';
import { activeCommands } from './registry.ts';
import type { ActiveCommand, MenuPlace } from './types.ts';

/** Commands that a menu lists, by group. */
function menuGroups(place: MenuPlace): [string, ActiveCommand[]][] {
  const groups = new Map<string, ActiveCommand[]>();
  for (const command of activeCommands()) {
    if (command.menus?.includes(place) && command.isAvailable()) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  }
  return [...groups];
}

/** A menu of commands at a point: right click, Shift F10 and the Menu key on the canvas, the button in the header. */
export default function ContextMenu({ menu }: { menu: OpenMenu }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [groups] = useState(() => menuGroups(menu.place));
  const go = (id: string) => {
    const command = groups.flatMap(([, commands]) => commands).find((candidate) => candidate.id === id);
    if (command) closeAnd(command.run);
  };
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu.x, top: menu.y }} aria-hidden="true" />
      <Popover
        className="popover"
        // Where nothing was pressed that could name it, React Aria makes it a dialog.
        aria-label={menu.label}
        triggerRef={anchor}
        // Beside the point, where it takes as much of the window's height as it needs; below it, it would end where the window does.
        placement="right top"
        offset={2}
        isOpen
        onOpenChange={(open) => {
          if (!open) closeOverlays();
        }}
      >
        <Menu
          className="list command-menu"
          aria-label={menu.label}
          autoFocus="first"
          onAction={(id) => go(String(id))}
          onContextMenu={(event) => event.preventDefault()}
        >
          {groups.map(([group, commands], index) => (
            <Fragment key={group}>
              {index > 0 ? <Separator className="menu-line" /> : null}
              <MenuSection aria-label={group}>
                {commands.map((command) => (
                  <Item key={command.id} command={command} />
                ))}
              </MenuSection>
            </Fragment>
          ))}
        </Menu>
      </Popover>
    </>
  );
}

function Item({ command }: { command: ActiveCommand }) {
  const Icon = command.icon;
  const [key] = keysFor(command);
  const name = command.name();
  return (
    <MenuItem id={command.id} textValue={name} className="list-item menu-item" data-danger={command.isDanger || undefined}>
      {Icon ? <Icon size={15} aria-hidden="true" /> : <span className="command-no-icon" />}
      {name}
      {key === undefined ? null : <Kbd>{shownKey(key)}</Kbd>}
    </MenuItem>
  );
}
