import { isObject, type Step, type WireCallback } from './wire.ts';

/** What AIC's login page reads from a page's `stage`, when that is JSON rather than a name (facts 3.2). */

/** How one callback is shown: `confirmPassword`, `showOnlyPositiveAnswer`, `showButtonsAsLinks`, `displayType`. */
export type Looks = Readonly<Record<string, unknown>>;

/** The stage as an object; empty where it is a name. */
export function stageOf({ stage }: Pick<Step, 'stage'>): Readonly<Record<string, unknown>> {
  if (!stage?.trimStart().startsWith('{')) return {};
  try {
    const parsed: unknown = JSON.parse(stage);
    return isObject(parsed) ? parsed : {};
  } catch {
    // It only looks like JSON.
    return {};
  }
}

/**
 * The looks of one callback. They are listed by callback type and name a node, which a callback does not tell: as there, the first callback of a
 * type has the first entry.
 */
export function looksOf(step: Step, callback: WireCallback): Looks {
  const list = stageOf(step)[callback.type];
  const place = step.callbacks.filter(({ type }) => type === callback.type).indexOf(callback);
  const looks: unknown = Array.isArray(list) ? list[place] : undefined;
  return isObject(looks) ? looks : {};
}
