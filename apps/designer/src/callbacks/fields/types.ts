import type { Json } from '@tandem/journey';
import type { Values } from '../answer.ts';
import type { Looks } from '../stage.ts';
import type { Repeat } from '../useRepeats.ts';
import type { WireCallback } from '../wire.ts';

/** What every callback's component gets. */
export interface FieldProps {
  callback: WireCallback;
  values: Values;
  /** Prefix of element ids, different for each callback on the screen. */
  id: string;
  /** Shown, but not to be changed: an answer is under way, or the form mirrors another client. */
  readOnly: boolean;
  /** How the page wants it shown. */
  looks: Looks;
  /** Of a password that is typed twice. */
  repeat?: Repeat | undefined;
  onChange(input: string, value: Json): void;
  /** Fills an input and goes on at once; absent where buttons do nothing. */
  onSend?: ((input: string, value: Json) => void) | undefined;
  /** The person follows a redirect; the step is answered when the browser comes back. */
  onLeave?: (() => void) | undefined;
  /** Presses one button of a ConfirmationCallback; absent where buttons do nothing. */
  onChoose?: ((option: number) => void) | undefined;
}
