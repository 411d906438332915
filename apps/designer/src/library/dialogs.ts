import type { JourneyUseAnswer } from '@tandem/api';

/** The dialog that is open over the library. */
export type LibraryDialog =
  | { kind: 'new' | 'orphans' }
  | { kind: 'details' | 'duplicate' | 'uses'; id: string }
  | { kind: 'delete' | 'export' | 'tag'; ids: readonly string[] }
  | { kind: 'disable'; ids: readonly string[]; uses: readonly JourneyUseAnswer[] }
  | { kind: 'import'; files: readonly File[] };

/** What can be done with journeys, from the row's menu and from the bar above the list. */
export type JourneyAction = 'details' | 'duplicate' | 'enable' | 'disable' | 'default' | 'uses' | 'tag' | 'export' | 'delete';
