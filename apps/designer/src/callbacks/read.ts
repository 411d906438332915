import type { Json, JsonObject } from '@tandem/journey';
import { isObject, type Step, type WireCallback } from './wire.ts';

/** Reading one output of a callback in the form a field needs it. */

export function outputOf(callback: WireCallback, name: string): Json | undefined {
  return callback.output.find((entry) => entry.name === name)?.value;
}
export function outputText(callback: WireCallback, name: string): string {
  const value = outputOf(callback, name);
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
export function outputTexts(callback: WireCallback, name: string): string[] {
  const value = outputOf(callback, name);
  return Array.isArray(value) ? value.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))) : [];
}
export function outputFlag(callback: WireCallback, name: string): boolean {
  const value = outputOf(callback, name);
  return value === true || value === 'true';
}
/** Numbers travel as numbers or as strings ("waitTime": "8000", "messageType": "0"). */
export function outputNumber(callback: WireCallback, name: string, otherwise: number): number {
  const value = outputOf(callback, name);
  const number = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : otherwise;
}

/** Name of the input whose name ends with the suffix: "" is the value itself (`IDToken1`), "validateOnly" is `IDToken1validateOnly`. */
export function inputName(callback: WireCallback, suffix = ''): string | null {
  const pattern = new RegExp(`^IDToken\\d+${suffix}$`);
  return (callback.input.find((entry) => pattern.test(entry.name)) ?? (suffix === '' ? callback.input[0] : undefined))?.name ?? null;
}

export function findCallback(step: Step, type: string): WireCallback | undefined {
  return step.callbacks.find((callback) => callback.type === type);
}

/** Milliseconds that the step asks to wait before it is sent back by itself; null when it does not ask. */
export function waitTimeOf(step: Step): number | null {
  const wait = findCallback(step, 'PollingWaitCallback');
  return wait ? Math.max(0, outputNumber(wait, 'waitTime', 0)) : null;
}

/** Label of the button that leaves a Polling Wait, null when it cannot be left. */
export function exitLabelOf(step: Step): string | null {
  if (waitTimeOf(step) === null) return null;
  const confirmation = findCallback(step, 'ConfirmationCallback');
  return confirmation ? (confirmationOptions(confirmation)[0]?.label ?? 'Cancel') : null;
}

const YES = { label: 'Yes', value: 0 };
const NO = { label: 'No', value: 1 };
const CANCEL = { label: 'Cancel', value: 2 };
const OK = { label: 'OK', value: 3 };

/** Buttons of a ConfirmationCallback: its own texts by index, or the ones that JAAS defines for `optionType`. */
export function confirmationOptions(callback: WireCallback): { label: string; value: number }[] {
  const own = outputTexts(callback, 'options');
  if (own.length > 0) return own.map((label, value) => ({ label, value }));
  const byType = [
    [YES, NO],
    [YES, NO, CANCEL],
    [OK, CANCEL],
  ];
  return byType[outputNumber(callback, 'optionType', 0)] ?? [OK];
}

/** Providers of a SelectIdPCallback, by name, with what their buttons look like. */
export function providersOf(callback: WireCallback): { name: string; looks: JsonObject }[] {
  const providers = outputOf(callback, 'providers');
  return (Array.isArray(providers) ? providers : [])
    .filter(isObject)
    .flatMap(({ provider, uiConfig }) => (typeof provider === 'string' ? [{ name: provider, looks: isObject(uiConfig) ? uiConfig : {} }] : []));
}

/** The provider that means the other fields of the page: name and password of this realm (AM's SocialProvider nodes, "include local authentication"). */
export const LOCAL_PROVIDER = 'localAuthentication';

export function localProvider(callback: WireCallback): boolean {
  return providersOf(callback).some(({ name }) => name === LOCAL_PROVIDER);
}

const INVISIBLE = new Set(['HiddenValueCallback', 'MetadataCallback']);
export function isInvisible(callback: WireCallback): boolean {
  return INVISIBLE.has(callback.type);
}

/** Whether the form needs its own submit button: not while it waits by itself, nor where the callbacks bring buttons, nor at a dead end. */
export function needsSubmit(step: Step): boolean {
  const select = findCallback(step, 'SelectIdPCallback');
  if (select && !localProvider(select)) return false;
  return !step.callbacks.some((callback) => ['PollingWaitCallback', 'ConfirmationCallback', 'SuspendedTextOutputCallback'].includes(callback.type));
}
