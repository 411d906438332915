import type { Backup } from '@tandem/api';

export function madeAt({ madeAt: iso }: Backup): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : time.toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

const NAMED = 3;

/** Of many names the first few and how many more there are. */
function inShort(note: string): string {
  const names = note.split(', ');
  return names.length <= NAMED + 1 ? note : `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`;
}

/** What it was made before. */
export function titleOf({ cause, note }: Backup): string {
  if (cause === 'import') return `Before the import of ${inShort(note)}`;
  return cause === 'delete' ? `Before the deletion of ${inShort(note)}` : 'Before a backup was restored';
}
