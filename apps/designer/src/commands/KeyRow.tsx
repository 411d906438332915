import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { announce, Button, IconButton, Kbd } from '../components/index.ts';
import { clashOf, isRemapped, keyRefusal, keysFor, remap, resetKeys, useChosenKeys } from './keymap.ts';
import { pressedKey, shownKey } from './keys.ts';
import type { ActiveCommand } from './types.ts';

/** What stands below a row while its key is being changed. */
type Asked = { kind: 'listening' } | { kind: 'refused'; why: string } | { kind: 'clash'; key: string; with: ActiveCommand };

/** A command with its keys, and the way to give it another. */
export function KeyRow({ command, all }: { command: ActiveCommand; all: readonly ActiveCommand[] }) {
  const chosen = useChosenKeys((state) => state.chosen);
  const [asked, setAsked] = useState<Asked | null>(null);
  const change = useRef<HTMLButtonElement>(null);
  const keys = keysFor(command, chosen);
  /** What asked goes, so the focus goes back to what made it ask. */
  const done = () => {
    setAsked(null);
    change.current?.focus();
  };
  const set = (key: string | null, from: ActiveCommand | null = null) => {
    remap(command, key, from);
    done();
    announce(key === null ? `${command.title} has no key now` : `${shownKey(key)} is ${command.title} now`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = pressedKey(event.nativeEvent);
    if (key === null || key === 'Tab' || key === 'Shift+Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') return done();
    const why = keyRefusal(command, key);
    const other = clashOf(command, key, all, chosen);
    if (why !== null) setAsked({ kind: 'refused', why });
    else if (other) setAsked({ kind: 'clash', key, with: other });
    else set(key);
  };
  const listening = asked?.kind === 'listening' || asked?.kind === 'refused';
  return (
    <li className="key-row">
      <span className="key-title">{command.title}</span>
      {listening ? (
        <input
          className="key-field"
          readOnly
          value="Press the new key"
          aria-label={`New key for ${command.title}`}
          // biome-ignore lint/a11y/noAutofocus: the person has just asked for it
          autoFocus
          onKeyDown={onKeyDown}
          onBlur={() => setAsked(null)}
        />
      ) : (
        <span className="key-keys">
          {keys.length === 0 ? <span className="dim">no key</span> : keys.map((key) => <Kbd key={key}>{shownKey(key)}</Kbd>)}
        </span>
      )}
      <span className="key-buttons">
        {isRemapped(command, chosen) ? (
          <IconButton
            size="small"
            label={`Reset the key of ${command.title}`}
            icon={<RotateCcw size={14} aria-hidden="true" />}
            onPress={() => {
              resetKeys(command);
              done();
            }}
          />
        ) : null}
        <Button
          ref={change}
          size="small"
          kind="quiet"
          aria-label={`Change the key of ${command.title}`}
          onPress={() => setAsked(asked === null ? { kind: 'listening' } : null)}
        >
          Change
        </Button>
      </span>
      {asked?.kind === 'refused' ? (
        <p className="key-note" role="alert">
          {asked.why}
        </p>
      ) : null}
      {asked?.kind === 'clash' ? (
        <div className="key-note" role="alert">
          <span>{`${shownKey(asked.key)} is “${asked.with.title}” already.`}</span>
          <Button size="small" autoFocus onPress={() => set(asked.key, asked.with)}>
            {`Use it for “${command.title}” instead`}
          </Button>
          <Button size="small" kind="quiet" onPress={done}>
            Keep both as they are
          </Button>
        </div>
      ) : null}
    </li>
  );
}
