import { CircleAlert, Columns2, Download, Ellipsis, Play, Redo2, Save, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { AppHeader } from '../app/index.ts';
import { openMenu, runCommand, useShortcut } from '../commands/index.ts';
import { announce, Badge, Button, IconButton } from '../components/index.ts';
import { useEditor } from './EditorContext.ts';
import { usePendingText } from './pendingText.ts';
import { isDirty } from './store/editorStore.ts';

export interface EditorHeaderProps {
  hue: 'main' | 'backchannel';
  /** Journey that split view would open; null: there is none. */
  partner: string | null;
  isSplit: boolean;
  isRunning: boolean;
}

const timeOf = (time: number) => new Date(time).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

/** Whether something would be lost: in the journey, or in a field on its way there. */
function useUnsaved(): boolean {
  const dirty = useEditor(isDirty);
  return usePendingText() || dirty;
}

function SaveState() {
  const dirty = useUnsaved();
  const saving = useEditor((state) => state.saving);
  const failed = useEditor((state) => state.saveError !== null);
  const savedAt = useEditor((state) => state.savedAt);
  const elsewhere = useEditor((state) => isDirty(state) && state.latest.version > state.baseVersion);
  useEffect(() => {
    if (elsewhere) announce('Somebody else saved this journey meanwhile. When you save, both sides are shown.');
  }, [elsewhere]);
  const words = saving ? 'Saving' : failed ? 'Not saved' : dirty ? 'Unsaved' : savedAt === null ? 'Saved' : `Saved · ${timeOf(savedAt)}`;
  return (
    <span className="save-state numeric" data-failed={failed || undefined} data-dirty={dirty || undefined}>
      {failed ? <CircleAlert size={14} aria-hidden="true" /> : null}
      {words}
      {words === 'Unsaved' ? <span className="save-long"> changes</span> : null}
      {elsewhere && !saving ? (
        <span
          className="save-elsewhere"
          title="Somebody else saved this journey meanwhile. When you save, both sides are shown and what does not clash is merged."
        >
          · changed elsewhere
        </span>
      ) : null}
    </span>
  );
}

export function EditorHeader({ hue, partner, isSplit, isRunning }: EditorHeaderProps) {
  const realm = useEditor((state) => state.realm);
  const id = useEditor((state) => state.id);
  const dirty = useUnsaved();
  const saving = useEditor((state) => state.saving);
  const undoName = useEditor((state) => state.history.past.at(-1)?.name ?? null);
  const pending = usePendingText();
  const redoName = useEditor((state) => state.history.future[0]?.name ?? null);
  const keys = { undo: useShortcut('edit.undo'), redo: useShortcut('edit.redo'), run: useShortcut('editor.run') };
  const actions = (
    <>
      <SaveState />
      <span className="header-pair">
        <IconButton
          size="small"
          label={undoName === null ? 'Undo' : `Undo: ${undoName}`}
          shortcut={keys.undo}
          isIdle={undoName === null && !pending}
          icon={<Undo2 size={16} aria-hidden="true" />}
          onPress={() => runCommand('edit.undo')}
        />
        <IconButton
          size="small"
          label={redoName === null ? 'Redo' : `Redo: ${redoName}`}
          shortcut={keys.redo}
          isIdle={redoName === null}
          icon={<Redo2 size={16} aria-hidden="true" />}
          onPress={() => runCommand('edit.redo')}
        />
      </span>
      <Button icon={<Save size={15} aria-hidden="true" />} isIdle={!dirty || saving} onPress={() => runCommand('editor.save')}>
        Save
      </Button>
      {partner === null && !isSplit ? null : (
        <Button icon={<Columns2 size={15} aria-hidden="true" />} onPress={() => runCommand('editor.split')}>
          {isSplit ? 'Single view' : 'Split view'}
        </Button>
      )}
      <Button icon={<Download size={15} aria-hidden="true" />} onPress={() => runCommand('editor.export')}>
        Export
      </Button>
      <Button
        kind="primary"
        icon={<Play size={15} aria-hidden="true" />}
        shortcut={keys.run}
        isIdle={isRunning}
        onPress={() => runCommand('editor.run')}
      >
        {partner === null ? 'Run journey' : 'Run both journeys'}
      </Button>
      <IconButton
        label="More"
        icon={<Ellipsis size={16} aria-hidden="true" />}
        onPress={({ target }) => {
          const { left, bottom } = target.getBoundingClientRect();
          openMenu({ place: 'header', label: 'More', x: left, y: bottom });
        }}
      />
    </>
  );
  return (
    <AppHeader actions={actions}>
      <span className="dim">{realm}</span>
      <span className="dim" aria-hidden="true">
        /
      </span>
      <h1>{id}</h1>
      {/* A journey alone is neither. */}
      {hue === 'backchannel' || partner !== null || isSplit ? (
        <Badge tone={hue}>{hue === 'main' ? 'main journey' : 'backchannel journey'}</Badge>
      ) : null}
    </AppHeader>
  );
}
