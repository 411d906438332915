import { IMPORT_ORDER } from '../formats/containers.ts';
import type { ParsedExport } from '../formats/parsed.ts';
import { findInnerJourneyCycles } from '../graph/cycles.ts';
import { deepEqual } from '../json/equal.ts';
import { isObject, own } from '../json/own.ts';
import type { NodeKnowledge } from '../knowledge.ts';
import type { Issue, Journey, Realm, ResourceKind, Script } from '../model.ts';
import { ImportRefused } from '../refused.ts';
import { scriptBody } from '../script/body.ts';
import { collectResources } from './collect.ts';
import { leftToRealm } from './left.ts';
import { groupLacks, type Missing } from './missing.ts';
import { orphanedBetween } from './orphaned.ts';
import { type Finding, reviewJourney } from './review.ts';
import { sharedScriptNames } from './script-names.ts';

/** What to do with a resource that the realm has with other content: take the file's, keep the realm's, or refuse the whole import. */
export type ConflictMode = 'replace' | 'keep' | 'fail';

/** How an import treats what the realm has already. */
export interface ImportOptions {
  conflict?: ConflictMode;
  decide?: (kind: ResourceKind, key: string) => ConflictMode | undefined;
}

/** A resource that an import touched. `id` is its key in the realm: a journey's name, `<type>/<id>` of a node, the id of everything else. */
export interface Ref {
  kind: ResourceKind;
  id: string;
  name?: string;
}

export interface ImportPlan {
  /** What to write, in an order in which every resource comes after those it refers to. */
  puts: { kind: ResourceKind; key: string; value: unknown }[];
  created: Ref[];
  replaced: Ref[];
  /** Already there with the same content. A journey or script whose writing differs (encoding, unused dependencies) is put nevertheless. */
  unchanged: Ref[];
  /** Left as the realm has it, with `conflict: 'keep'`. */
  kept: Ref[];
  /** Nodes that journeys of the realm used and that nothing uses after the import: they are to be deleted in the same transaction. */
  removed: Ref[];
  /** What the journeys name and the realm will not have, with where they name it; each is among the warnings as well. */
  missing: Missing[];
  warnings: Issue[];
}

/**
 * Works out what an import changes, without changing anything. Apply `puts` in one transaction: then an import happens completely or not at all.
 *
 * With `keep`, nodes that only a kept journey brings are not created: they would belong to nobody.
 *
 * @param realm the realm as it stands
 * @param parsed what `parseExport` read
 * @param options.conflict default `replace`, for every kind of resource
 * @param options.decide what to do with one resource, where that is another thing; nodes go with the journeys that bring them
 * @param knowledge node types and their references
 * @throws ImportRefused `conflict` with `conflict: 'fail'`, listing every resource that differs
 */
export function planImport(realm: Realm, parsed: ParsedExport, options: ImportOptions, knowledge: NodeKnowledge): ImportPlan {
  const modeOf = (kind: ResourceKind, key: string): ConflictMode => options.decide?.(kind, key) ?? options.conflict ?? 'replace';
  const { incoming, warnings } = collectResources(parsed);
  const plan: ImportPlan = {
    puts: [],
    created: [],
    replaced: [],
    unchanged: [],
    kept: [],
    removed: [],
    missing: [],
    warnings: [...parsed.warnings, ...warnings],
  };
  const conflicts: Issue[] = [];
  const after: Realm = { ...realm };
  const put = (kind: ResourceKind, key: string, value: unknown): void => {
    plan.puts.push({ kind, key, value });
    if (after[kind] === realm[kind]) Object.assign(after, { [kind]: { ...realm[kind] } });
    (after[kind] as Record<string, unknown>)[key] = value;
  };
  const decide = (kind: ResourceKind, key: string, value: unknown, journey: string | undefined, conflict: ConflictMode): void => {
    const existing = own(realm[kind] as Record<string, unknown>, key);
    const ref = refTo(kind, key, value);
    if (existing === undefined) {
      plan.created.push(ref);
      put(kind, key, value);
    } else if (sameMeaning(kind, existing, value)) {
      plan.unchanged.push(ref);
      if (conflict === 'replace' && !deepEqual(existing, value)) put(kind, key, value);
    } else if (conflict === 'replace') {
      plan.replaced.push(ref);
      put(kind, key, value);
    } else if (conflict === 'keep') {
      plan.kept.push(ref);
    } else {
      conflicts.push({
        ...(parsed.file === undefined ? {} : { file: parsed.file }),
        ...(journey === undefined ? {} : { journey }),
        ...(kind === 'nodes' ? { node: key.slice(key.indexOf('/') + 1) } : {}),
        field: kind,
        message: `The realm already has ${labelOf(ref)} with other content.`,
        expected: 'a realm without it, or another way to handle conflicts',
      });
    }
  };

  const keptJourneys = new Set(
    parsed.journeys
      .filter(({ name, tree }) => {
        const existing = own(realm.journeys, name);
        return modeOf('journeys', name) === 'keep' && existing !== undefined && !deepEqual(existing.tree, tree);
      })
      .map(({ name }) => name),
  );
  const modeOfNode = (journeys: readonly string[]): ConflictMode =>
    journeys.map((name) => modeOf('journeys', name)).find((mode) => mode !== 'keep') ?? 'keep';
  for (const kind of IMPORT_ORDER) {
    for (const resource of incoming) {
      if (resource.kind !== kind) continue;
      const orphan = kind === 'nodes' && own(realm.nodes, resource.key) === undefined && resource.journeys.every((name) => keptJourneys.has(name));
      const mode = kind === 'nodes' ? modeOfNode(resource.journeys) : modeOf(kind, resource.key);
      if (!orphan) decide(kind, resource.key, resource.value, resource.journey, mode);
    }
  }
  // What a journey left to the realm can only be told once the realm's own resources are in place.
  for (const { name, tree, bundle } of parsed.journeys) {
    const journey: Journey = { tree, bundle: { ...bundle, ...leftToRealm(after, tree, bundle, knowledge) } };
    decide('journeys', name, journey, name, modeOf('journeys', name));
  }
  if (conflicts.length > 0) throw new ImportRefused('conflict', conflicts);
  plan.removed = orphanedBetween(realm, after).map((key) => refTo('nodes', key, realm.nodes[key]));
  const findings = review(after, parsed, keptJourneys, knowledge);
  plan.missing = groupLacks(findings);
  plan.warnings.push(...findings.map(({ lacks: _, ...issue }) => issue));
  return plan;
}

/** Journeys mean the same when their trees are equal, scripts when their sources are: what else differs is how the file wrote them. */
export function sameMeaning(kind: ResourceKind, a: unknown, b: unknown): boolean {
  if (kind === 'journeys') return deepEqual((a as Journey).tree, (b as Journey).tree);
  if (kind !== 'scripts') return deepEqual(a, b);
  const [left, right] = [a as Script, b as Script];
  return scriptBody(left) === scriptBody(right) && deepEqual({ ...left, script: '' }, { ...right, script: '' });
}

function refTo(kind: ResourceKind, id: string, value: unknown): Ref {
  if (!isObject(value)) return { kind, id };
  const name = kind === 'nodes' && isObject(value._type) ? value._type.name : (value.displayName ?? value.name);
  return { kind, id, ...(typeof name === 'string' ? { name } : {}) };
}

const SINGULAR: Record<ResourceKind, string> = {
  journeys: 'the journey',
  nodes: 'the node',
  scripts: 'the script',
  nodeTypes: 'the custom node type',
  emailTemplates: 'the email template',
  themes: 'the theme',
  socialIdentityProviders: 'the social identity provider',
  saml2Entities: 'the SAML 2.0 entity',
  circlesOfTrust: 'the circle of trust',
  variables: 'the variable',
  identities: 'the identity',
  objects: 'the managed object',
  stubs: 'the HTTP stub',
  secrets: 'the secret',
  clients: 'the OAuth 2.0 client',
};

function labelOf({ kind, id, name }: Ref): string {
  return `${SINGULAR[kind]} "${name ?? id}"${name === undefined ? '' : ` (${id})`}`;
}

function review(after: Realm, parsed: ParsedExport, kept: ReadonlySet<string>, knowledge: NodeKnowledge): Finding[] {
  const journeys = parsed.journeys.filter(({ name }) => !kept.has(name));
  const names = new Set(journeys.map(({ name }) => name));
  const file = parsed.file === undefined ? {} : { file: parsed.file };
  return [
    ...journeys.flatMap((journey) => reviewJourney(after, journey.tree, knowledge, journey.file ?? parsed.file)),
    ...findInnerJourneyCycles(after, knowledge)
      .filter((cycle) => cycle.some(({ journey }) => names.has(journey)))
      .map((cycle): Issue => {
        const at = cycle.find(({ journey }) => names.has(journey)) ?? { journey: '', node: '' };
        const around = [...cycle, ...cycle.slice(0, 1)].map(({ journey }) => `"${journey}"`).join(' > ');
        return {
          ...file,
          journey: at.journey,
          node: at.node,
          field: 'tree',
          message: `Inner journeys run in a circle: ${around}.`,
          expected: 'inner journeys that come to an end',
        };
      }),
    ...sharedScriptNames(after, parsed).map((issue) => ({ ...file, ...issue })),
  ];
}
