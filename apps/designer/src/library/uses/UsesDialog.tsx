import { Button, Dialog, ErrorBox, Skeleton } from '../../components/index.ts';
import { UseList } from './UseList.tsx';
import { useUses } from './useUses.ts';

/** Where a journey is used. */
export function UsesDialog({ realm, id, onClose }: { realm: string; id: string; onClose(): void }) {
  const uses = useUses(realm, [id]);
  return (
    <Dialog title={`Where ${id} is used`} isOpen onClose={onClose} footer={<Button onPress={onClose}>Close</Button>}>
      {uses.error ? (
        <ErrorBox title="The places could not be read" error={uses.error} onRetry={() => void uses.refetch()} />
      ) : uses.data === undefined ? (
        <Skeleton label="Looking through the realm" lines={3} />
      ) : uses.data.length === 0 ? (
        <p>Nothing in the realm names it. Clients may still start it by its name.</p>
      ) : (
        <UseList realm={realm} uses={uses.data} />
      )}
      <p className="dim">Of scripts, only those of Configuration Providers that write the name as it is are seen.</p>
    </Dialog>
  );
}
