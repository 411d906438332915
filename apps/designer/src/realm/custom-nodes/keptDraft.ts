import { saveCustomNodeSchema } from '@tandem/api';
import { type CustomNodeType, customNodeTypeSchema } from '@tandem/journey';
import { draftFrom, renamedIn, type TypeDraft } from './draft.ts';

const keptSchema = saveCustomNodeSchema.extend({ base: customNodeTypeSchema.nullable() });

export interface KeptDraft {
  baseVersion: number;
  /** As it was saved at that version; null for a new one. */
  base: CustomNodeType | null;
  draft: TypeDraft;
}

const placeOf = (realm: string, id: string) => `tandem.custom-node.${realm}/${id}`;

/** Work on a type that was not saved, kept in the browser: it survives a reload and a lost server. */
export function readKept(realm: string, id: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(placeOf(realm, id));
    if (text === null) return null;
    const { baseVersion, base, nodeType, renamed } = keptSchema.parse(JSON.parse(text));
    return { baseVersion, base, draft: draftFrom(nodeType, renamed, base) };
  } catch {
    return null;
  }
}

export function keep(realm: string, id: string, kept: KeptDraft | null): void {
  try {
    if (kept === null) {
      localStorage.removeItem(placeOf(realm, id));
      return;
    }
    const { baseVersion, base, draft } = kept;
    localStorage.setItem(placeOf(realm, id), JSON.stringify({ baseVersion, base, nodeType: draft.type, renamed: renamedIn(draft) }));
  } catch {
    // Without room the work lasts as long as the page, which asks before it is left.
  }
}
