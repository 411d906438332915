import type { JsonObject } from '@tandem/journey';
import type { Request } from 'express';
import { AmFailure } from '../failure.ts';

/**
 * Whether a write may happen (Ping docs: ForgeRock Common REST, create and update): `If-None-Match: *` creates only, `If-Match` changes only what is
 * still at that revision, and with `*` only what is there. Without either, whatever is there is replaced, as AM does.
 * @param before as it is now, with its revision; undefined when there is nothing
 * @param missing what is answered for a change of something that is not there
 * @throws AmFailure 412; 404 for a change of nothing
 */
export function checkPreconditions(req: Request, before: JsonObject | undefined, missing: () => AmFailure): void {
  const match = req.get('if-match');
  const noneMatch = req.get('if-none-match');
  if (match !== undefined && noneMatch !== undefined) throw new AmFailure(412, 'If-Match and If-None-Match cannot be used together.');
  if (noneMatch === '*' && before !== undefined) throw new AmFailure(412, 'The resource exists already.');
  if (match === undefined) return;
  if (before === undefined) throw missing();
  if (match !== '*' && unquoted(match) !== before._rev)
    throw new AmFailure(412, `The resource's revision is "${before._rev}"; the change was made to "${unquoted(match)}".`);
}

/** Whether the client has this revision already. */
export function isUnmodified(req: Request, item: JsonObject): boolean {
  const noneMatch = req.get('if-none-match');
  return noneMatch !== undefined && item._rev !== undefined && unquoted(noneMatch) === item._rev;
}

const unquoted = (tag: string): string => tag.trim().replace(/^(?:W\/)?"(.*)"$/, '$1');
