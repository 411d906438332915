import type { Backup } from '@tandem/api';

export function madeAt({ madeAt: iso }: Backup): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : time.toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** What it was made before. */
export function titleOf({ cause, note }: Backup): string {
  return cause === 'import' ? `Before the import of ${note}` : 'Before a backup was restored';
}
