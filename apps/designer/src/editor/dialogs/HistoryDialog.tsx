import './dialogs.css';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { announce, Dialog } from '../../components/index.ts';
import { useEditing, useEditor } from '../EditorContext.ts';
import { steps } from '../store/history.ts';

interface Row {
  /** How many steps are done in this state. */
  position: number;
  title: string;
  detail: string;
}

/** Every change that is still known, newest first; choosing one goes back or forward to it. */
export function HistoryDialog({ onClose }: { onClose(): void }) {
  const { store } = useEditing();
  const history = useEditor((state) => state.history);
  const now = history.past.length;
  const detailOf = (position: number) => (position === now ? 'Now' : position > now ? 'Undone' : '');
  const rows: Row[] = [
    { position: 0, title: 'Before all of these', detail: detailOf(0) },
    ...steps(history).map((step, index) => ({ position: index + 1, title: step.name, detail: detailOf(index + 1) })),
  ].toReversed();
  return (
    <Dialog title="History" isOpen onClose={onClose}>
      <p className="dim">Choose a change to go back or forward to the journey as it was after it. Nothing is lost until you change something else.</p>
      <ListBox
        className="list history-list"
        aria-label="Changes, newest first"
        autoFocus
        items={rows}
        dependencies={[now]}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[now]}
        onSelectionChange={(keys) => {
          const [position] = keys === 'all' ? [] : [...keys];
          const row = rows.find((candidate) => candidate.position === position);
          if (!row) return;
          store.jump(row.position);
          announce(row.position === 0 ? 'Every change undone' : `Now after: ${row.title}`);
        }}
      >
        {(row) => (
          <ListBoxItem id={row.position} textValue={row.title} className="list-item history-item" data-undone={row.position > now || undefined}>
            <span>{row.title}</span>
            <span className="list-detail">{row.detail}</span>
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}
