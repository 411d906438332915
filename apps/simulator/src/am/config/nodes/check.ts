import { INNER_JOURNEY_TYPE, isCustomType, isObject, type Json, type JsonObject, own, type Realm } from '@tandem/journey';
import { type ConfigField, type NodeDefinition, nativeDefinition } from '@tandem/nodes';
import { AmFailure } from '../../failure.ts';

/** What a node is told with beside its configuration: clients send it back. */
const TOLD = ['_id', '_rev', '_type', '_outcomes'];

/** Attributes of a node as it is sent: its configuration. */
export function attributesOf(body: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !TOLD.includes(name)));
}

/**
 * What AM does not take (facts 1.2): attributes that the type does not have, values of another kind, an inner journey or a script that the realm
 * lacks. Nothing is said about types that are only known by name.
 * @throws AmFailure 400
 */
export function checkNode(realm: Realm, definition: NodeDefinition, config: JsonObject): void {
  if (nativeDefinition(definition.type) === undefined && !isCustomType(definition.type)) return;
  const { fields } = definition;
  if (Object.keys(config).some((name) => !Object.hasOwn(fields, name)))
    throw new AmFailure(400, 'Invalid attribute specified.', { validAttributes: Object.keys(fields).sort() });
  for (const [name, value] of Object.entries(config)) {
    const field = fields[name] as ConfigField;
    if (!fits(field, value) || !exists(realm, definition, name, field, value))
      throw new AmFailure(400, `Data validation failed for the attribute, ${field.label}`);
  }
}

/** A text may be a placeholder for an environment variable, whatever the attribute holds otherwise. */
function fits({ kind }: ConfigField, value: Json): boolean {
  if (value === null || (typeof value === 'string' && value.startsWith('&{'))) return true;
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'number':
      return typeof value === 'number' || isObject(value);
    case 'stringList':
    case 'outcomes':
    case 'numberList':
    case 'pageChildren':
      return Array.isArray(value);
    case 'stringMap':
    case 'localized':
      return isObject(value);
    case 'json':
      return true;
    default:
      return typeof value === 'string' || isObject(value);
  }
}

function exists(realm: Realm, definition: NodeDefinition, name: string, field: ConfigField, value: Json): boolean {
  if (typeof value !== 'string' || value === '' || value.startsWith('&{')) return true;
  // A backchannel journey may come later (facts: frodo 3 puts the main journey first).
  if (field.kind === 'journey') return definition.type !== INNER_JOURNEY_TYPE || own(realm.journeys, value) !== undefined;
  const scripts = field.kind === 'script' ? (definition.scripts?.({ [name]: value }) ?? []) : [];
  return scripts.every((id) => own(realm.scripts, id) !== undefined);
}
