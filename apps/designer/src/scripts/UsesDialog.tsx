import type { Use } from '@tandem/journey';
import { ArrowUpRight } from 'lucide-react';
import { Button, Dialog, EmptyState } from '../components/index.ts';

/** Where a script runs, each with the way there. */
export function UsesDialog({ name, uses, onOpen, onClose }: { name: string; uses: readonly Use[]; onOpen(use: Use): void; onClose(): void }) {
  return (
    <Dialog title={`Uses of ${name}`} isOpen onClose={onClose}>
      {uses.length === 0 ? (
        <EmptyState title="No journey uses this script">Choose it in the settings of a Scripted Decision or Configuration Provider node.</EmptyState>
      ) : (
        <ul className="script-uses">
          {uses.map((use) => (
            <li key={`${use.journey}/${use.node}`}>
              <span>
                <strong>{use.displayName}</strong>
                <span className="dim">{` in ${use.journey}`}</span>
              </span>
              <Button
                size="small"
                icon={<ArrowUpRight size={14} aria-hidden="true" />}
                aria-label={`Go to ${use.displayName} in ${use.journey}`}
                onPress={() => onOpen(use)}
              >
                Go there
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
