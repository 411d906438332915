import type { RealmChanges } from '@tandem/api';
import { dependenciesOf, journeyDocument, own, type Realm } from '@tandem/journey';
import { nodeKnowledge } from '@tandem/nodes';
import { journeyChanges, same } from './journey-changes.ts';

type Changes = RealmChanges['changes'];

/**
 * What of a realm is another now than in the copy that a simulation runs, as far as these journeys may run otherwise: they and those that they
 * lead to, with scripts, node types and templates; variables, secrets and libraries that these name; stubs where a script may call; settings of
 * services. People and objects are not configuration.
 */
export function realmChanges(was: Realm, is: Realm, journeys: readonly string[]): Changes {
  const needs = [was, is].map((realm) => dependenciesOf(realm, journeys, nodeKnowledge(realm)));
  const all = (pick: (needed: (typeof needs)[number]) => string[]) => new Set(needs.flatMap(pick));
  const changed = <T>(
    kind: Changes[number]['kind'],
    of: (realm: Realm) => Readonly<Record<string, T>>,
    names: Iterable<string>,
    name: (entry: T) => string,
  ): Changes =>
    [...names].flatMap((id) => {
      const [before, now] = [own(of(was), id), own(of(is), id)];
      const entry = now ?? before;
      if (entry === undefined || same(before, now)) return [];
      return [{ kind, name: name(entry), parts: before === undefined ? ['new'] : now === undefined ? ['deleted'] : [] }];
    });
  const everywhere = (of: (realm: Realm) => object) => new Set([...Object.keys(of(was)), ...Object.keys(of(is))]);
  const idOf = (entry: unknown) => String((entry as { _id?: unknown } | null)?._id);
  const reached = [...new Set([...journeys, ...all(({ journeys: inner }) => inner)])];
  // A library may name another one, so all of them are looked at.
  const text = JSON.stringify(
    [was, is].map((realm) => [
      reached.map((name) => documentOf(realm, name)),
      libraries(realm),
      [...all(({ nodeTypes }) => nodeTypes)].map((id) => own(realm.nodeTypes, id)),
    ]),
  );
  const isNamed = (id: string) => text.includes(id) || text.includes(id.replaceAll('-', '.'));
  const named = (of: (realm: Realm) => object) => [...everywhere(of)].filter(isNamed);
  const libraryNames = [...everywhere(libraries)].filter((id) => [was, is].some(({ scripts }) => isRequired(text, own(scripts, id)?.name)));
  return [
    ...reached.flatMap((journey) => journeyChange(was, is, journey)),
    ...changed('script', libraries, libraryNames, ({ name }) => name),
    ...changed(
      'custom node',
      (realm) => realm.nodeTypes,
      all(({ nodeTypes }) => nodeTypes),
      ({ displayName, serviceName }) => displayName ?? serviceName,
    ),
    ...changed(
      'email template',
      (realm) => realm.emailTemplates,
      all(({ emailTemplates }) => emailTemplates),
      idOf,
    ),
    ...changed(
      'variable',
      (realm) => realm.variables,
      named((realm) => realm.variables),
      idOf,
    ),
    ...changed(
      'secret',
      (realm) => realm.secrets,
      named((realm) => realm.secrets),
      idOf,
    ),
    ...changed(
      'HTTP stub',
      (realm) => realm.stubs,
      CALLS.test(text) ? everywhere((realm) => realm.stubs) : [],
      ({ method, url }) => `${method} ${url}`,
    ),
    ...(same(was.services, is.services) ? [] : [{ kind: 'services' as const, name: 'services', parts: [] }]),
  ];
}

/** Bindings whose calls stubs answer. */
const CALLS = /httpClient|openidm|policy/;

const libraries = (realm: Realm) => Object.fromEntries(Object.entries(realm.scripts).filter(([, { context }]) => context === 'LIBRARY'));

/** Sources stand as JSON within JSON: their quotes come with backslashes. */
function isRequired(text: string, name: string | undefined): boolean {
  return name !== undefined && new RegExp(`require\\(\\s*\\\\*["']${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`).test(text);
}

const documentOf = (realm: Realm, journey: string) => journeyDocument(realm, journey, nodeKnowledge(realm));

function journeyChange(was: Realm, is: Realm, journey: string): Changes {
  const [before, now] = [was, is].map((realm) => documentOf(realm, journey));
  const parts = before && now ? journeyChanges(before, now) : before ? ['deleted'] : now ? ['new'] : [];
  return parts.length === 0 ? [] : [{ kind: 'journey', name: journey, parts }];
}
