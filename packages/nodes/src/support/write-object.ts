import type { JsonObject } from '@tandem/journey';
import type { NodeContext } from '../contract.ts';
import { collectedObject, mergedObject } from './attributes.ts';
import { holdsSecret } from './write-user.ts';

/** Creating and changing managed objects other than users: roles, organizations, types that an administrator made. */

/** What IDM gives and nobody may choose. */
const reserved = new Set(['_id', '_rev', '__proto__']);

/** IDM's own types, whose objects have to have a name (IDM's default managed.json). Of other types nothing is known. */
const namedTypes = /^([^/]+_)?(role|assignment|organization|group)$/;

function requiredAttributesOf(type: string): readonly string[] {
  return namedTypes.test(type) ? ['name'] : [];
}

/** What was collected, as far as it can be stored. Secrets are not: no such object is known to have a password. */
export function collectedFields(context: NodeContext): JsonObject {
  return Object.fromEntries(
    Object.entries(collectedObject(context)).filter(([name, value]) => {
      if (reserved.has(name)) return false;
      if (!holdsSecret(value)) return true;
      context.log('warn', `${name} holds a secret and is not stored: managed objects other than users keep none.`);
      return false;
    }),
  );
}

/** Required attributes that would be empty. */
export function missingAttributes(type: string, object: JsonObject): string[] {
  return requiredAttributesOf(type).filter((name) => !Object.hasOwn(object, name) || object[name] === null || object[name] === '');
}

/** @returns the new object, saved */
export function createObject(context: NodeContext, type: string, fields: JsonObject): JsonObject & { _id: string } {
  const object = { _id: context.random.uuid(), ...fields };
  context.store.saveObject(type, object);
  return object;
}

/** The object with fields laid over it, objects within them too. */
export function patchedObject(object: JsonObject, fields: JsonObject): JsonObject & { _id: string } {
  return mergedObject(object, fields) as JsonObject & { _id: string };
}
