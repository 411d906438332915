import { DeleteDialog as Ask } from '../components/index.ts';

/** Says what still refers to the journey before it is deleted. */
export function DeleteDialog({
  id,
  usedBy,
  onDelete,
  onClose,
}: {
  id: string;
  usedBy: readonly string[];
  onDelete(): Promise<void>;
  onClose(): void;
}) {
  return (
    <Ask title={id} word="journey" onDelete={onDelete} onClose={onClose}>
      {usedBy.length > 0 ? (
        <p>
          <strong>{usedBy.join(', ')}</strong> {usedBy.length === 1 ? 'starts' : 'start'} this journey and will fail there.
        </p>
      ) : (
        <p>No other journey starts it.</p>
      )}
      <p className="dim">
        Its nodes are deleted with it unless another journey uses them. Scripts stay. This cannot be undone here; export it first to keep a copy.
      </p>
    </Ask>
  );
}
