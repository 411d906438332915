import { deepEqual } from '../json/equal.ts';
import type { Tree } from '../model.ts';

/** What an administrator sets of a journey besides its nodes. Absent fields of the tree are shown with what AM takes their absence for. */
export interface JourneyDetails {
  description: string;
  /** AIC's "categories": they group journeys in lists and mean nothing to a run. */
  tags: string[];
  /** "" when the file named none. */
  identityResource: string;
  enabled: boolean;
  mustRun: boolean;
  innerTreeOnly: boolean;
  transactionalOnly: boolean;
  noSession: boolean;
  /** Minutes; null: the realm's default applies. */
  treeTimeout: number | null;
  maximumSessionTime: number | null;
  maximumIdleTime: number | null;
}

const FLAGS = { enabled: true, mustRun: false, innerTreeOnly: false, transactionalOnly: false, noSession: false } as const;
const TIMES = ['treeTimeout', 'maximumSessionTime', 'maximumIdleTime'] as const;

/** `uiConfig.categories` is JSON in a string; what is not a list of strings has no tags. */
export function journeyTags(tree: Tree): string[] {
  try {
    const tags: unknown = JSON.parse(tree.uiConfig?.categories ?? '[]');
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
  } catch {
    return [];
  }
}

/** An absent `enabled` means enabled: AM before 8.1 does not write it. */
export function detailsOf(tree: Tree): JourneyDetails {
  return {
    description: tree.description ?? '',
    tags: journeyTags(tree),
    identityResource: tree.identityResource ?? '',
    enabled: tree.enabled ?? true,
    mustRun: tree.mustRun ?? false,
    innerTreeOnly: tree.innerTreeOnly ?? false,
    transactionalOnly: tree.transactionalOnly ?? false,
    noSession: tree.noSession ?? false,
    treeTimeout: tree.treeTimeout ?? null,
    maximumSessionTime: tree.maximumSessionTime ?? null,
    maximumIdleTime: tree.maximumIdleTime ?? null,
  };
}

/** The tree with these details. What is not changed stays as the file wrote it, absent fields included; without a change it is the tree itself. */
export function withDetails(tree: Tree, details: Partial<JourneyDetails>): Tree {
  const before = detailsOf(tree);
  const next: Tree = { ...tree };
  for (const field of ['description', 'identityResource'] as const) {
    const value = details[field];
    if (value === undefined || value === before[field]) continue;
    if (value === '') delete next[field];
    else next[field] = value;
  }
  for (const flag of Object.keys(FLAGS) as (keyof typeof FLAGS)[]) {
    const value = details[flag];
    if (value !== undefined && value !== before[flag]) next[flag] = value;
  }
  for (const time of TIMES) {
    const value = details[time];
    if (value === undefined || value === before[time]) continue;
    // AM leaves a time out that is not set.
    if (value === null) delete next[time];
    else next[time] = value;
  }
  if (details.tags !== undefined && !deepEqual(details.tags, before.tags))
    next.uiConfig = { ...tree.uiConfig, categories: JSON.stringify(details.tags) };
  return deepEqual(next, tree) ? tree : next;
}
