import { isObject, type Json, type JsonObject } from '@tandem/journey';

/**
 * What AIC's editor keeps of a page's look in `stage`, as JSON text: `submitButtonText` and `pageFooter` by locale, `themeId`, and lists by callback
 * type whose entries name the page's node (`ValidatedCreatePasswordCallback: [{ id, confirmPassword, … }]`), as ForgeRock's published login UI reads
 * them. Anything else in there stays.
 */
export type Stage = Readonly<Record<string, Json>>;

/** The stage as an object; empty without one, null when it is a name of its own rather than JSON. */
export function readStage(stage: Json | undefined): Stage | null {
  if (stage === undefined || stage === null || stage === '') return {};
  if (typeof stage !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(stage);
    return isObject(parsed) ? (parsed as JsonObject) : null;
  } catch {
    return null;
  }
}

/** The text to keep; undefined when nothing is left. */
export function writeStage(stage: Stage): string | undefined {
  return Object.keys(stage).length === 0 ? undefined : JSON.stringify(stage);
}

function isNothing(value: Json | undefined): boolean {
  return value === undefined || value === '' || value === false || (isObject(value) && Object.keys(value).length === 0);
}

/** With another value of one property; what is empty goes. */
export function withStage(stage: Stage, property: string, value: Json | undefined): Stage {
  const { [property]: _, ...rest } = stage;
  return isNothing(value) ? rest : { ...stage, [property]: value as Json };
}

interface Look {
  id: string;
  label: string;
  help: string;
  /** Values to choose from; without them it is on or off. */
  values?: readonly { value: string; label: string }[];
}

/** Looks that belong to one node of the page, by its type: the callback that they are kept under and what each means. */
export const CHILD_LOOKS: Readonly<Record<string, { callback: string; options: readonly Look[] }>> = {
  ChoiceCollectorNode: {
    callback: 'ChoiceCallback',
    options: [
      {
        id: 'displayType',
        label: 'Field Display Type',
        help: 'How the login page shows the choices.',
        // Both are what ForgeRock's published login UI reads; AIC has further ones, whose names nobody recorded. They stay.
        values: [
          { value: 'select', label: 'Select' },
          { value: 'radio', label: 'Vertical Radio' },
        ],
      },
    ],
  },
  ValidatedPasswordNode: {
    callback: 'ValidatedCreatePasswordCallback',
    options: [
      { id: 'confirmPassword', label: 'Confirm Password', help: 'The login page asks for the password twice.' },
      { id: 'policyDisplayCheckmark', label: 'Checkmark Policy Display', help: 'Policies that are met get a checkmark.' },
    ],
  },
  MessageNode: {
    callback: 'ConfirmationCallback',
    options: [
      { id: 'showOnlyPositiveAnswer', label: 'Only Positive Answer', help: 'The login page shows one button, the positive one.' },
      { id: 'showButtonsAsLinks', label: 'Show buttons as links', help: 'The login page shows the answers as links.' },
    ],
  },
};

const entriesOf = (stage: Stage, callback: string): JsonObject[] => {
  const list = stage[callback];
  return Array.isArray(list) ? list.filter((entry): entry is JsonObject => isObject(entry)) : [];
};

export function childLook(stage: Stage, callback: string, child: string, option: string): Json | undefined {
  return entriesOf(stage, callback).find(({ id }) => id === child)?.[option];
}

/** With another look of one node; nothing and false take it away, and an entry that says nothing more goes. */
export function withChildLook(stage: Stage, callback: string, child: string, option: string, value: string | boolean): Stage {
  const entries = entriesOf(stage, callback);
  const { [option]: _, ...rest } = entries.find(({ id }) => id === child) ?? { id: child };
  const entry: JsonObject = value === '' || value === false ? rest : { ...rest, [option]: value };
  const others = entries.filter(({ id }) => id !== child);
  const list = Object.keys(entry).length > 1 ? [...others, entry] : others;
  return withStage(stage, callback, list.length === 0 ? undefined : list);
}
