import type { Backup } from '@tandem/api';

export function madeAt({ madeAt: iso }: Backup): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : time.toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** What it was made before. */
export function titleOf({ cause, note }: Backup): string {
  if (cause === 'import') return `Before the import of ${note}`;
  return cause === 'delete' ? `Before the deletion of ${note}` : 'Before a backup was restored';
}
