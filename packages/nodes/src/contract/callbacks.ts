import type { Json } from '@tandem/journey';

export type CallbackValue = Json;
/** One callback before it is numbered: AM's type, outputs and the defaults of its inputs by suffix ("" is `IDTokenN`, "validateOnly" is `IDTokenNvalidateOnly`). */
export interface Callback {
  type: string;
  output: { name: string; value: Json }[];
  input: { suffix: string; value: Json }[];
}
/** A callback as it was sent together with the values the client gave back, by input suffix. Values of password inputs are `Sealed`. */
export interface AnsweredCallback {
  type: string;
  output: { name: string; value: Json }[];
  values: Record<string, Json>;
}

/** A secret as the engine keeps it: ciphertext that only the driver can open. `empty` says whether anything was given, `number` that it opens to one. */
export type Sealed = { $sealed: string; empty: boolean; number?: true };
export function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && typeof (value as { $sealed?: unknown }).$sealed === 'string';
}
