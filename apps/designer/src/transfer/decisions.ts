import type { ImportDecision, ImportItemView, RealmResources } from '@tandem/api';
import { freeName } from '@tandem/journey';
import { spellingProblem } from '../app/spelling.ts';

/** What a person wants to happen with something that the realm has otherwise. */
export interface Choice {
  do: 'keep' | 'replace' | 'rename';
  /** Its name beside the realm's; kept while another choice is tried. */
  as: string;
}

export const keyOf = (item: Pick<ImportItemView, 'kind' | 'id'>): string => `${item.kind} ${item.id}`;

/** What a person knows it by: scripts and custom nodes have a name beside an id that nobody reads, of all else the id is what others refer to. */
const knownBy = ({ kind, id, name }: ImportItemView): string => (kind === 'scripts' || kind === 'nodeTypes' ? (name ?? id) : id);

/** The name that is offered for a thing that comes beside the realm's. */
export function nameBeside(item: ImportItemView, taken: ReadonlySet<string>): string {
  // Ids of templates have no spaces.
  return freeName(knownBy(item), (name) => taken.has(name), item.kind === 'emailTemplates' ? '' : ' ');
}

/** Names that a renamed thing of this kind cannot have. */
export function takenNames(kind: string, items: readonly ImportItemView[], resources: RealmResources | undefined): Set<string> {
  const brought = items.filter((item) => item.kind === kind).map(knownBy);
  const known: Record<string, readonly string[]> = {
    journeys: resources?.journeys ?? [],
    scripts: resources?.scripts.map(({ name }) => name) ?? [],
    emailTemplates: resources?.emailTemplates ?? [],
    nodeTypes: resources?.nodeTypes.map(({ displayName }) => displayName) ?? [],
  };
  return new Set([...brought, ...(known[kind] ?? [])]);
}

/** Why a name cannot be used, or null. */
export function renameProblem(as: string, taken: ReadonlySet<string>): string | null {
  const name = as.trim();
  if (name === '') return 'A name of its own.';
  if (taken.has(name)) return `${name} is taken. Choose another name.`;
  return spellingProblem(name);
}

/** What the server is told. Replacing is what it does anyway. */
export function decisionsOf(items: readonly ImportItemView[], choices: ReadonlyMap<string, Choice>): ImportDecision[] {
  return items.flatMap((item): ImportDecision[] => {
    const choice = choices.get(keyOf(item));
    const { kind, id } = item;
    if (choice === undefined || choice.do === 'replace') return [];
    if (choice.do === 'keep') return [{ kind, id, do: 'keep' }];
    return [{ kind: kind as 'journeys', id, do: 'rename', as: choice.as.trim() }];
  });
}

/** What has to be known of an import before its list is read to the end. */
export function outlookOf(items: readonly ImportItemView[]): string {
  const differing = items.filter(({ status }) => status === 'differs').length;
  if (differing > 0) return `${differing} of what they bring ${differing === 1 ? 'is' : 'are'} otherwise in the realm: decide below.`;
  return items.length > 0 && items.every(({ status }) => status === 'same') ? 'The realm has all of it already.' : '';
}
