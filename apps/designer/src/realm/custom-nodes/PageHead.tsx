import type { CustomNodeType } from '@tandem/journey';
import { ArrowLeft, Copy, Download, MoreHorizontal, Redo2, Save, Trash2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { useShortcut } from '../../commands/index.ts';
import { Badge, Button, focusWhenLost, IconButton, Menu } from '../../components/index.ts';
import { categoryName } from './categories.ts';

interface Props {
  title: string;
  type: CustomNodeType;
  isNew: boolean;
  isDirty: boolean;
  busy: boolean;
  /** Journey to go back to. */
  from: string | null;
  undoName: string | undefined;
  redoName: string | undefined;
  onUndo(): void;
  onRedo(): void;
  onSave(): void;
  onClose(): void;
  onAction(action: string): void;
}

const icon = { size: 14, 'aria-hidden': true } as const;

/** Name of the type, whether it is saved, and what can be done with the whole of it. */
export function PageHead({ title, type, isNew, isDirty, busy, from, undoName, redoName, onUndo, onRedo, onSave, onClose, onAction }: Props) {
  const [undoKey, redoKey, saveKey] = [useShortcut('custom.undo'), useShortcut('custom.redo'), useShortcut('custom.save')];
  const category = categoryName(type);
  // The button that led here is gone with its screen.
  useEffect(() => focusWhenLost(isNew ? '.type-tab input' : '.type-head h1'), [isNew]);
  return (
    <>
      <Button kind="quiet" size="small" icon={<ArrowLeft {...icon} />} onPress={onClose}>
        {from === null ? 'All custom nodes' : `Back to ${from}`}
      </Button>
      <header className="type-head">
        <h1 className="section-title" tabIndex={-1}>
          {title}
        </h1>
        {category === '' ? null : <Badge>{category}</Badge>}
        <span className="script-actions">
          <span className="dim" role="status">
            {isDirty ? 'Unsaved changes' : isNew ? 'Not saved yet' : 'Saved'}
          </span>
          <IconButton
            size="small"
            label={undoName === undefined ? 'Undo' : `Undo: ${undoName}`}
            shortcut={undoKey}
            isIdle={undoName === undefined}
            icon={<Undo2 {...icon} />}
            onPress={onUndo}
          />
          <IconButton
            size="small"
            label={redoName === undefined ? 'Redo' : `Redo: ${redoName}`}
            shortcut={redoKey}
            isIdle={redoName === undefined}
            icon={<Redo2 {...icon} />}
            onPress={onRedo}
          />
          <Button size="small" kind="primary" icon={<Save {...icon} />} shortcut={saveKey} isIdle={busy || (!isDirty && !isNew)} onPress={onSave}>
            {isNew ? 'Create custom node' : 'Save'}
          </Button>
          {isNew ? null : (
            <Menu
              label={`Custom node ${title}`}
              trigger={<IconButton size="small" label="More for this custom node" icon={<MoreHorizontal size={15} aria-hidden="true" />} />}
              entries={[
                { id: 'export', label: 'Export', icon: <Download {...icon} /> },
                { id: 'duplicate', label: 'Duplicate', icon: <Copy {...icon} /> },
                { id: 'delete', label: 'Delete custom node', icon: <Trash2 {...icon} />, isDanger: true },
              ]}
              onAction={onAction}
            />
          )}
        </span>
      </header>
    </>
  );
}
