import type { JourneyVersion, VersionChanges } from '@tandem/api';

/** "22 Nov, 11:24:05": the seconds tell versions apart that were saved one after the other. */
export function timeOf(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime())
    ? iso
    : time.toLocaleString(undefined, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

const CAUSE: Record<JourneyVersion['cause'], string> = {
  start: 'The first that was kept',
  save: 'Saved',
  import: 'Imported',
  restore: 'Restored from a backup',
  delete: 'Left by a deletion',
};
export const causeOf = ({ cause }: JourneyVersion): string => CAUSE[cause];

const count = (number: number, one: string, many = `${one}s`) => (number === 0 ? [] : [`${number} ${number === 1 ? one : many}`]);

/** "2 nodes added, 1 changed, 3 connections": how much a version differs from the one before. */
export function changesOf(changes: VersionChanges | null): string {
  if (changes === null) return '';
  const { added, removed, changed, connections, settings, scripts, moved } = changes;
  const nodes = [
    ...(added > 0 ? [`${added} ${added === 1 ? 'node' : 'nodes'} added`] : []),
    ...(removed > 0 ? [`${removed} deleted`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
  ];
  const rest = [...count(connections, 'connection'), ...count(settings, 'setting'), ...count(scripts, 'script')];
  const words = [...nodes, ...rest];
  return words.length > 0 ? words.join(', ') : moved > 0 ? 'Layout only' : 'No change of this journey';
}

/** What a version is called: its name, or when it was saved. */
export const titleOf = (version: JourneyVersion): string => version.name ?? timeOf(version.savedAt);
