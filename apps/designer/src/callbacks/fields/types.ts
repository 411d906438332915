import type { Json } from '@tandem/journey';
import type { Values } from '../answer.ts';
import type { WireCallback } from '../wire.ts';

/** What every callback's component gets. */
export interface FieldProps {
  callback: WireCallback;
  values: Values;
  /** Prefix of element ids, different for each callback on the screen. */
  id: string;
  /** Shown, but not to be changed: an answer is under way, or the form mirrors another client. */
  readOnly: boolean;
  onChange(input: string, value: Json): void;
  /** Presses one button of a ConfirmationCallback; absent where buttons do nothing. */
  onChoose?: ((option: number) => void) | undefined;
}
