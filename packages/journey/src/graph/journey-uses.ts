import { own } from '../json/own.ts';
import { INNER_JOURNEY_TYPE, type NodeKnowledge } from '../knowledge.ts';
import type { JsonObject, Realm } from '../model.ts';
import { scriptBody } from '../script/body.ts';
import { configOf, fieldHolding } from './config.ts';
import { nodesOf } from './nodes.ts';

/**
 * How something refers to a journey: a node runs it inside, a node names it otherwise (Backchannel Initialize starts it), the script of a
 * Configuration Provider writes its name, or it is what the realm runs when a request names none.
 */
export type JourneyUse =
  | { kind: 'inner' | 'starts'; target: string; journey: string; node: string; displayName: string; field?: string }
  | { kind: 'script'; target: string; journey: string; node: string; displayName: string; script: string; scriptName: string }
  | { kind: 'default'; target: string };

const PROVIDER_TYPE = 'ConfigProviderNode';
/** `tree: "Name"`, `"tree": 'Name'`, `config.tree = "Name"`, `config["tree"] = "Name"`: what a provider's script hands to the node it imitates. */
const NAMED = /(\btree["']?\]?\s*[:=]\s*)(["'`])((?:(?!\2)[^\\\n])*)\2/g;

/** Names of journeys that a provider's script writes as they are. A name that it computes cannot be seen. */
function namedIn(source: string): string[] {
  return [...source.matchAll(NAMED)].map(([, , , name]) => name as string);
}

/** The source with another name wherever it writes the journey's. */
export function renameInSource(source: string, from: string, to: string): string {
  return source.replace(NAMED, (whole, before: string, quote: string, name: string) =>
    name === from ? `${before}${quote}${to.replaceAll(quote, `\\${quote}`)}${quote}` : whole,
  );
}

/** Id of the script that names journeys for a Configuration Provider; undefined where the type it imitates takes none. */
export function namingScript(type: string, config: JsonObject, knowledge: NodeKnowledge): string | undefined {
  const { nodeType, script } = config;
  if (type !== PROVIDER_TYPE || typeof nodeType !== 'string' || typeof script !== 'string') return undefined;
  return knowledge.references(nodeType, { tree: 'any' }).journeys.includes('any') ? script : undefined;
}

/** Everything in the realm that refers to one of the journeys, by the name of the journey it stands in, the realm's default last. */
export function usesOfJourneys(realm: Realm, targets: ReadonlySet<string>, knowledge: NodeKnowledge): JourneyUse[] {
  const uses: JourneyUse[] = [];
  for (const [journey, { tree }] of Object.entries(realm.journeys).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const { id, type, displayName, resource } of nodesOf(realm, tree)) {
      if (resource === undefined) continue;
      const config = configOf(resource);
      const place = { journey, node: id, displayName };
      for (const target of new Set(knowledge.references(type, config).journeys)) {
        if (!targets.has(target)) continue;
        const field = fieldHolding(config, target);
        uses.push({ kind: type === INNER_JOURNEY_TYPE ? 'inner' : 'starts', target, ...place, ...(field === undefined ? {} : { field }) });
      }
      const named = namingScript(type, config, knowledge);
      const script = named === undefined ? undefined : own(realm.scripts, named);
      if (script === undefined) continue;
      for (const target of new Set(namedIn(scriptBody(script))))
        if (targets.has(target)) uses.push({ kind: 'script', target, ...place, script: script._id, scriptName: script.name });
    }
  }
  const { defaultJourney } = realm.services;
  return defaultJourney !== undefined && targets.has(defaultJourney) ? [...uses, { kind: 'default', target: defaultJourney }] : uses;
}
