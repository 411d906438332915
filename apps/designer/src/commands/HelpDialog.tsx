import './commands.css';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { announce, Button, Dialog, TextField } from '../components/index.ts';
import { fuzzySearch } from './fuzzy.ts';
import { KeyRow } from './KeyRow.tsx';
import { keysFor, resetAllKeys, useChosenKeys } from './keymap.ts';
import { shownKey } from './keys.ts';
import { closeOverlays } from './overlays.ts';
import { activeCommands } from './registry.ts';
import type { ActiveCommand } from './types.ts';

function grouped(commands: readonly ActiveCommand[]): [string, ActiveCommand[]][] {
  const groups = new Map<string, ActiveCommand[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}

/** `?`: every command of the screen with its key, each key changeable. */
export default function HelpDialog() {
  const [query, setQuery] = useState('');
  const [commands] = useState(activeCommands);
  const chosen = useChosenKeys((state) => state.chosen);
  const words = (command: ActiveCommand) => `${command.title} ${command.group} ${keysFor(command, chosen).map(shownKey).join(' ')}`;
  const found = new Set(fuzzySearch(query, commands, words));
  const shown = commands.filter((command) => found.has(command));
  return (
    <Dialog
      title="Keyboard"
      size="wide"
      isOpen
      onClose={closeOverlays}
      footer={
        <Button
          onPress={() => {
            resetAllKeys();
            announce('Every key is as it was');
          }}
        >
          Reset all keys
        </Button>
      }
    >
      <p className="dim">What this screen can do. Commands of the canvas act while the canvas has the focus, none while you type.</p>
      <TextField
        label="Search commands and keys"
        hideLabel
        placeholder="Search commands and keys"
        type="search"
        value={query}
        onChange={setQuery}
        before={<Search size={15} aria-hidden="true" />}
      />
      <div className="key-groups">
        {grouped(shown).map(([group, entries]) => (
          <section key={group} className="key-group" aria-label={group}>
            <h3>{group}</h3>
            <ul>
              {entries.map((command) => (
                <KeyRow key={command.id} command={command} all={commands} />
              ))}
            </ul>
          </section>
        ))}
        {shown.length === 0 ? <p className="list-empty">Nothing matches.</p> : null}
      </div>
    </Dialog>
  );
}
