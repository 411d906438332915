import type { CustomNodeType } from '@tandem/journey';
import { type CustomNodeProperty, newScript, own, type Script } from '@tandem/journey';
import type { Command } from '../../editor/store/history.ts';

/** A custom node type as it is edited, with what its parts were called when it was saved last: nodes of it keep what is only renamed. */
export interface TypeDraft {
  type: CustomNodeType;
  /** By place: the saved name of each outcome, null for a new one. */
  outcomes: readonly (string | null)[];
  /** Property -> its saved name. New ones have no entry. */
  properties: Readonly<Record<string, string>>;
}

export type TypeCommand = Command<TypeDraft>;

export function draftOf(type: CustomNodeType): TypeDraft {
  return { type, outcomes: [...type.outcomes], properties: Object.fromEntries(Object.keys(type.properties ?? {}).map((name) => [name, name])) };
}

/** The draft that has these new names, as they are sent and kept. */
export function draftFrom(type: CustomNodeType, renamed: ReturnType<typeof renamedIn>, base: CustomNodeType | null): TypeDraft {
  const savedAs = (name: string, known: readonly string[], names: Readonly<Record<string, string>>): string | null =>
    own(names, name) ?? (known.includes(name) && !Object.values(names).includes(name) ? name : null);
  const properties = Object.keys(type.properties ?? {}).flatMap((name) => {
    const saved = savedAs(name, Object.keys(base?.properties ?? {}), renamed.properties);
    return saved === null ? [] : [[name, saved] as const];
  });
  return {
    type,
    outcomes: type.outcomes.map((name) => savedAs(name, base?.outcomes ?? [], renamed.outcomes)),
    properties: Object.fromEntries(properties),
  };
}

/** What the server has to know beside the type: new name -> saved name. */
export function renamedIn({ type, outcomes, properties }: TypeDraft) {
  const pairs = type.outcomes.flatMap((name, place) => {
    const saved = outcomes[place];
    return saved !== null && saved !== undefined && saved !== name ? [[name, saved] as const] : [];
  });
  return {
    outcomes: Object.fromEntries(pairs),
    properties: Object.fromEntries(Object.entries(properties).filter(([name, saved]) => name !== saved)),
  };
}

const TEMPLATE = `/*
 * Runs when a journey comes to the node, and once more after each set of callbacks was answered.
 * Settings of the node are in "properties", by the name of the property.
 */
(function () {
  action.goTo("Success");
}());
`;

/** A type that is not saved yet, with an id in AIC's shape. */
export function freshType(): CustomNodeType {
  const serviceName = crypto.randomUUID().replaceAll('-', '');
  return {
    _id: `${serviceName}-1`,
    serviceName,
    version: 1,
    displayName: '',
    description: '',
    outcomes: ['Success'],
    outputs: [],
    inputs: [],
    script: TEMPLATE,
    errorOutcome: false,
    tags: ['customNode', 'utilities'],
    properties: {},
  };
}

/** A copy with an id of its own. */
export function copyOf(type: CustomNodeType, displayName: string): CustomNodeType {
  const { _id, serviceName } = freshType();
  const { _rev: _, ...rest } = type;
  return { ...rest, _id, serviceName, displayName };
}

/** The script of a type as the script editor and a test run take it. */
export function scriptOf({ _id, displayName, script }: CustomNodeType): Script {
  return newScript({ id: _id, name: displayName, source: script, context: 'NODE_DESIGNER', evaluatorVersion: '2.0' });
}

type Field = 'displayName' | 'description' | 'tags' | 'inputs' | 'outputs' | 'errorOutcome' | 'script';

/** Sets one field of the type. Typing in one field is one step. */
export function setField<F extends Field>(field: F, value: CustomNodeType[F], name: string, group?: string): TypeCommand {
  return {
    name,
    ...(group === undefined ? {} : { group }),
    apply: (draft) => (draft.type[field] === value ? draft : { ...draft, type: { ...draft.type, [field]: value } }),
  };
}

function withOutcomes(draft: TypeDraft, entries: readonly (readonly [name: string, saved: string | null])[]): TypeDraft {
  return { ...draft, type: { ...draft.type, outcomes: entries.map(([name]) => name) }, outcomes: entries.map(([, saved]) => saved) };
}
const entriesOf = ({ type, outcomes }: TypeDraft) => type.outcomes.map((name, place) => [name, outcomes[place] ?? null] as const);

export const renameOutcome = (place: number, name: string): TypeCommand => ({
  name: `Rename outcome to ${name}`,
  group: `outcome ${place}`,
  apply: (draft) =>
    withOutcomes(
      draft,
      entriesOf(draft).map((entry, index) => (index === place ? [name, entry[1]] : entry)),
    ),
});
export const addOutcome = (name: string): TypeCommand => ({
  name: 'Add outcome',
  apply: (draft) => withOutcomes(draft, [...entriesOf(draft), [name, null]]),
});
export const removeOutcome = (place: number): TypeCommand => ({
  name: 'Remove outcome',
  apply: (draft) =>
    withOutcomes(
      draft,
      entriesOf(draft).filter((_, index) => index !== place),
    ),
});
export const moveOutcome = (place: number, by: 1 | -1): TypeCommand => ({
  name: 'Move outcome',
  apply: (draft) => withOutcomes(draft, moved(entriesOf(draft), place, by)),
});

function moved<T>(list: readonly T[], place: number, by: 1 | -1): T[] {
  const next = [...list];
  const [entry] = next.splice(place, 1);
  if (entry !== undefined) next.splice(place + by, 0, entry);
  return next;
}

/** Puts a property in the place of another one (`before`), or behind all others. */
export const putProperty = (before: string | null, name: string, property: CustomNodeProperty): TypeCommand => ({
  name: before === null ? `Add property ${name}` : `Change property ${before}`,
  apply(draft) {
    const entries = Object.entries(draft.type.properties ?? {});
    const next =
      before === null ? [...entries, [name, property] as const] : entries.map((entry) => (entry[0] === before ? ([name, property] as const) : entry));
    const saved = before === null ? undefined : own(draft.properties, before);
    const { [before ?? '']: _, ...others } = draft.properties;
    return {
      ...draft,
      type: { ...draft.type, properties: Object.fromEntries(next) },
      properties: { ...others, ...(saved === undefined ? {} : { [name]: saved }) },
    };
  },
});
export const removeProperty = (name: string): TypeCommand => ({
  name: `Remove property ${name}`,
  apply(draft) {
    const { [name]: _, ...properties } = draft.type.properties ?? {};
    const { [name]: __, ...saved } = draft.properties;
    return { ...draft, type: { ...draft.type, properties }, properties: saved };
  },
});
export const moveProperty = (name: string, by: 1 | -1): TypeCommand => ({
  name: `Move property ${name}`,
  apply(draft) {
    const entries = Object.entries(draft.type.properties ?? {});
    const place = entries.findIndex(([other]) => other === name);
    return { ...draft, type: { ...draft.type, properties: Object.fromEntries(moved(entries, place, by)) } };
  },
});

/** A state of the history after a save: names count from what was saved, so that going back after a renaming is a renaming, too. */
export function rebased(draft: TypeDraft, saved: TypeDraft): TypeDraft {
  const outcomeNow = (before: string) => saved.type.outcomes[saved.outcomes.indexOf(before)] ?? null;
  const outcomes = draft.type.outcomes.map((name, place) => {
    const before = draft.outcomes[place] ?? null;
    return before === null ? (saved.type.outcomes.includes(name) ? name : null) : outcomeNow(before);
  });
  const names = new Map(Object.entries(saved.properties).map(([name, before]) => [before, name]));
  const properties = Object.keys(draft.type.properties ?? {}).flatMap((name) => {
    const before = own(draft.properties, name);
    const now = before === undefined ? (own(saved.type.properties, name) === undefined ? undefined : name) : names.get(before);
    return now === undefined ? [] : [[name, now] as const];
  });
  return { ...draft, outcomes, properties: Object.fromEntries(properties) };
}
