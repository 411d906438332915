import { Plus, Workflow } from 'lucide-react';
import { useShortcut } from '../commands/index.ts';
import { Button, EmptyState } from '../components/index.ts';

export function EmptyJourney({ onAdd }: { onAdd(): void }) {
  return (
    <div className="pane-empty">
      <EmptyState
        icon={<Workflow size={28} aria-hidden="true" />}
        title="This journey has no nodes yet"
        action={
          <Button kind="primary" icon={<Plus size={15} aria-hidden="true" />} shortcut={useShortcut('canvas.add')} onPress={onAdd}>
            Add the first node
          </Button>
        }
      >
        Drag a node type from the left, or choose one. The first node becomes the start.
      </EmptyState>
    </div>
  );
}
