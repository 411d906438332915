import { type Identity, isObject, type Json, type JsonObject } from '@tandem/journey';
import { isSealed, type NodeContext, NodeProcessError, type StateScope } from '../contract.ts';
import { readable } from './readable.ts';

/** AM's container for the attributes that platform nodes collect. */
const CONTAINER = 'objectAttributes';

function container(context: NodeContext, scope: StateScope): JsonObject {
  const value = context.state.getIn(scope, CONTAINER);
  return isObject(value) ? value : {};
}

/** "preferences/updates" names a value inside an object. */
function valueAt(object: JsonObject, name: string): Json | undefined {
  if (!name.includes('/')) return Object.hasOwn(object, name) ? object[name] : undefined;
  let value: Json | undefined = object;
  for (const part of name.split('/')) value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}

/** How deep an attribute may lie; the state that holds it has to stay readable for everything that walks it. */
const MAX_DEPTH = 100;

function withValueAt(object: JsonObject, path: readonly string[], value: Json): JsonObject {
  if (path.length > MAX_DEPTH) throw new NodeProcessError(`An attribute's name has ${path.length} parts; at most ${MAX_DEPTH} are taken.`);
  const [first = '', ...rest] = path;
  const present = Object.hasOwn(object, first) ? object[first] : undefined;
  return { ...object, [first]: rest.length === 0 ? value : withValueAt(isObject(present) ? present : {}, rest, value) };
}

/** A collected attribute: transient, secure and shared state are searched in this order. */
export function collectedAttribute(context: NodeContext, name: string): Json | undefined {
  for (const scope of ['transient', 'secure', 'shared'] as const) {
    const value = valueAt(container(context, scope), name);
    if (value !== undefined && value !== null) return value;
  }
  return undefined;
}

/** Everything collected; transient state hides secure, and secure shared, value by value within objects. */
export function collectedObject(context: NodeContext): JsonObject {
  return (['shared', 'secure', 'transient'] as const).reduce<JsonObject>((all, scope) => mergedObject(all, container(context, scope)), {});
}

/** Lays one object over another, objects within them too. A sealed value is a value, not an object. */
export function mergedObject(under: JsonObject, over: JsonObject): JsonObject {
  return {
    ...under,
    ...Object.fromEntries(
      Object.entries(over).map(([key, value]) => {
        const present = Object.hasOwn(under, key) ? under[key] : undefined;
        return [key, isPlain(present) && isPlain(value) ? mergedObject(present, value) : value];
      }),
    ),
  };
}

function isPlain(value: Json | undefined): value is JsonObject {
  return isObject(value) && !isSealed(value);
}

/**
 * The text that names the user by an attribute: the collected attribute, else the `username` of the basic nodes. AM's nodes differ in whether they
 * take `username` for an attribute other than the user name.
 */
export function identifyingAttribute(context: NodeContext, name: string, orUsername = name === 'userName'): string | undefined {
  const collected = collectedAttribute(context, name);
  for (const value of [collected, orUsername ? context.state.get('username') : undefined]) {
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}

/** Adds collected attributes to one scope; what another scope holds stays there. */
export function collectAttributes(
  context: NodeContext,
  scope: 'shared' | 'transient',
  values: readonly (readonly [name: string, value: Json])[],
): void {
  if (values.length === 0) return;
  let object = container(context, scope);
  for (const [name, value] of values) object = withValueAt(object, name.split('/'), value);
  if (scope === 'shared') context.state.putShared(CONTAINER, object);
  else context.state.putTransient(CONTAINER, object);
}

/** An attribute of an identity, nested ones too; never a hash or an answer to a security question. */
export function identityAttribute(identity: Identity, name: string): Json | undefined {
  return valueAt(readable(identity), name);
}

/** The one user with this attribute value; undefined for none and for several. */
export function onlyUser(context: NodeContext, attribute: string, value: string): Identity | undefined {
  const users = context.identities.find(attribute, value).filter((identity) => identity.kind === 'user');
  return users.length === 1 ? users[0] : undefined;
}

/** A user or agent by `_id` or name. */
export function identityNamed(context: NodeContext, name: string, kind: Identity['kind']): Identity | undefined {
  const byId = context.identities.byId(name);
  return byId?.kind === kind ? byId : context.identities.byUserName(name, kind);
}
