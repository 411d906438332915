import { customTypeOfNode, deepEqual, type Issue, type Json, type JsonObject, type NodeResource, pageChildSchema, type Realm } from '@tandem/journey';
import { type ConfigField, configOf, definitionOf, type FieldKind, nativeDefinition } from '@tandem/nodes';

/**
 * Values that are not of their field's kind at all (a list where a number belongs). Missing, empty and out-of-range values are no concern of
 * saving: a half-configured journey can be saved, the problems panel speaks of them.
 * @param before the stored node: what it holds already may stay
 */
export function checkValues(realm: Realm, node: NodeResource, before: NodeResource | undefined): Issue[] {
  const { _id: type } = node._type;
  const custom = customTypeOfNode(realm, type);
  // The fields of other types are guessed from their values, so they always fit.
  if (nativeDefinition(type) === undefined && (custom === undefined || realm.nodeTypes[custom] === undefined)) return [];
  const { fields } = definitionOf(type, { customTypes: realm.nodeTypes });
  const config = configOf(node);
  const stored: JsonObject = before ? configOf(before) : {};
  return Object.entries(fields).flatMap(([id, field]): Issue[] => {
    const value = config[id];
    if (value === undefined || fits(field.kind, value) || deepEqual(value, stored[id])) return [];
    return [{ node: node._id, field: id, message: `${field.label}: ${describe(value)} does not fit.`, expected: expectedOf(field) }];
  });
}

const KINDS: Record<FieldKind, 'text' | 'number' | 'boolean' | 'texts' | 'numbers' | 'map' | 'children' | 'any'> = {
  string: 'text',
  multiline: 'text',
  url: 'text',
  stateKey: 'text',
  journey: 'text',
  script: 'text',
  emailTemplate: 'text',
  nodeType: 'text',
  enum: 'text',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  stringList: 'texts',
  numberList: 'numbers',
  outcomes: 'texts',
  stringMap: 'map',
  localized: 'map',
  pageChildren: 'children',
  json: 'any',
};

const EXPECTED = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  texts: 'a list of texts',
  numbers: 'a list of numbers',
  map: 'an object of texts by key',
  children: 'a list of {"_id", "nodeType", "displayName"}',
  any: 'anything',
} as const;

function expectedOf(field: ConfigField): string {
  return EXPECTED[KINDS[field.kind]];
}

function fits(kind: FieldKind, value: Json): boolean {
  if (value === null || value === '' || isPlaceholder(value)) return true;
  switch (KINDS[kind]) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'numbers':
      // An entry that was just added is empty.
      return Array.isArray(value) && value.every((item) => typeof item === 'number' || item === '' || (item !== null && isPlaceholder(item)));
    case 'map':
      return typeof value === 'object' && !Array.isArray(value) && Object.values(value).every((item) => typeof item === 'string');
    case 'children':
      return Array.isArray(value) && value.every((child) => pageChildSchema.safeParse(child).success);
    case 'any':
      return true;
  }
}

/** AIC's variables may stand in for any value: `&{esv.x}`, or `{"$int": "&{esv.x}"}` where the kind matters. */
function isPlaceholder(value: Json): boolean {
  if (typeof value === 'string') return value.includes('&{');
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).some((key) => key.startsWith('$'));
}

function describe(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
