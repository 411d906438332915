import { saveCustomNodeSchema } from '@tandem/api';
import { type CustomNodeType, customNodeTypeSchema } from '@tandem/journey';
import { readTabDraft } from '../../app/tabDrafts.ts';
import { keepDraft } from '../work/keepDraft.ts';
import { draftFrom, renamedIn, type TypeDraft } from './draft.ts';

const keptSchema = saveCustomNodeSchema.extend({ base: customNodeTypeSchema.nullable() });

export interface KeptDraft {
  baseVersion: number;
  /** As it was saved at that version; null for a new one. */
  base: CustomNodeType | null;
  draft: TypeDraft;
}

const placeOf = (realm: string, id: string) => `tandem.custom-node.${realm}/${id}`;

/**
 * Work on a type that was not saved.
 *
 * @param others tabs that are open: what they keep stays theirs
 */
export function readKept(realm: string, id: string, others: ReadonlySet<string>): KeptDraft | null {
  const kept = readTabDraft(placeOf(realm, id), (value) => keptSchema.parse(value), others);
  if (kept === null) return null;
  const { baseVersion, base, nodeType, renamed } = kept;
  return { baseVersion, base, draft: draftFrom(nodeType, renamed, base) };
}

/** @returns false when the browser has no room for it */
export function keep(realm: string, id: string, kept: KeptDraft | null): boolean {
  const place = placeOf(realm, id);
  if (kept === null) return keepDraft(place, null);
  const { baseVersion, base, draft } = kept;
  return keepDraft(place, { baseVersion, base, nodeType: draft.type, renamed: renamedIn(draft) });
}
