import { isObject, type JourneyDocument, type Json } from '@tandem/journey';
import { withDefaults } from '@tandem/nodes';
import { configIn, definitionFor, type Kinds, nameOf } from '../store/nodes.ts';

export interface WrittenKey {
  key: string;
  /** Name of the first node that writes it. */
  by: string;
}

/** Node state keys that the other nodes of a journey write, by name; "*" (anything) is not one. */
export function keysWritten(kinds: Kinds, document: JourneyDocument, self: string | null): WrittenKey[] {
  const found = new Map<string, string>();
  for (const id of Object.keys(document.nodes)) {
    const definition = id === self ? null : definitionFor(kinds, document, id);
    if (!definition) continue;
    const config = withDefaults(definition.fields, configIn(document, id));
    for (const { key } of definition.writes(config)) if (key !== '*' && !found.has(key)) found.set(key, nameOf(kinds, document, id));
  }
  return [...found].map(([key, by]) => ({ key, by })).sort((a, b) => a.key.localeCompare(b.key));
}

/** Where a key of the node state comes from: a node, by name; perhaps a script, which may write anything; or nothing in this journey. */
export type KeySource = { by: string } | 'script' | 'none';

export function sourceOfKey(kinds: Kinds, document: JourneyDocument, key: string, self: string | null): KeySource {
  const written = keysWritten(kinds, document, self).find((entry) => entry.key === key);
  if (written) return { by: written.by };
  const scripted = Object.keys(document.nodes).filter((id) => id !== self && scriptsOf(kinds, document, id) !== null);
  const naming = scripted.find((id) => {
    const isCustom = document.nodes[id]?._type._id.startsWith('designer-') ?? false;
    return (isCustom && hasText(configIn(document, id), key)) || (scriptsOf(kinds, document, id) ?? []).some((source) => puts(source, key));
  });
  if (naming !== undefined) return { by: nameOf(kinds, document, naming) };
  return scripted.length > 0 ? 'script' : 'none';
}

export function sourceWords(source: KeySource): string {
  if (typeof source === 'object') return `set by ${source.by}`;
  return source === 'script' ? 'may be set by a script' : 'set by no node of this journey';
}

/** Sources of the scripts that a node runs; null: it runs none. */
function scriptsOf(kinds: Kinds, document: JourneyDocument, id: string): string[] | null {
  const type = document.nodes[id]?._type._id ?? '';
  const custom = type.startsWith('designer-') ? kinds.find((kind) => type === `designer-${kind._id}` || type === kind.serviceName) : undefined;
  const used = definitionFor(kinds, document, id)?.scripts?.(configIn(document, id)) ?? [];
  if (custom === undefined && used.length === 0) return type.startsWith('designer-') ? [] : null;
  return [...(custom ? [custom.script] : []), ...used.flatMap((script) => JSON.stringify(document.scripts[script] ?? '').replaceAll('\\', ''))];
}

/** Whether a script names the key other than to read it. */
function puts(source: string, key: string): boolean {
  const quoted = `["'\`]${key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}["'\`]`;
  const count = (pattern: string) => source.match(new RegExp(pattern, 'g'))?.length ?? 0;
  return count(quoted) > count(`\\.(?:get|isDefined)\\(\\s*${quoted}`);
}

function hasText(value: Json, text: string): boolean {
  if (Array.isArray(value)) return value.some((entry) => hasText(entry, text));
  return isObject(value) ? Object.values(value).some((entry) => hasText(entry as Json, text)) : value === text;
}
