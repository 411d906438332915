import { useState } from 'react';
import type { Content, ContentKind, Stored } from '../queries.ts';
import { clash } from './following.ts';

/** What a form is based on: what was stored when it was read; nothing and 0 for a new one. */
export interface ContentBase<K extends ContentKind> {
  content: Content<K> | null;
  version: number;
}

export interface ContentSides {
  mine: unknown;
  base: unknown;
  theirs: unknown;
}

/**
 * Whether a form can take over what somebody else saved: nobody changed the same field, and what they changed is to be seen in it. A change that
 * is not (a secret's value) would be overwritten by a form that could not show it.
 */
export function canFollow({ mine, base, theirs }: ContentSides): boolean {
  const [own, old, other] = [mine, base, theirs].map((side) => JSON.stringify(side));
  return own === old || (old !== other && !clash(mine, base, theirs));
}

/**
 * What a form is based on, which follows what is stored as long as nothing is lost by it. From then on it stays, and saving shows both sides.
 *
 * @param now as it is stored now; undefined while that is unknown, and when it was deleted
 */
export function useContentBase<K extends ContentKind>(initial: ContentBase<K>, now: Stored<K> | undefined) {
  const [at, setAt] = useState(initial);
  return {
    at,
    /** To be called with the form's sides while it is drawn. */
    follow(sides: (theirs: Content<K>) => ContentSides) {
      if (now !== undefined && now.version > at.version && at.version > 0 && canFollow(sides(now.content))) setAt(now);
    },
    setAt,
  };
}
