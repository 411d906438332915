import type { Json } from '@tandem/journey';
import { useId } from 'react';
import type { Values } from './answer.ts';
import { fieldOf } from './fields/registry.ts';
import { Html } from './html/Html.tsx';
import { plainText } from './html/parse.ts';
import { PollingWait } from './PollingWait.tsx';
import { isInvisible, needsSubmit, submitText, waitTimeOf } from './read.ts';
import { looksOf } from './stage.ts';
import { useRepeats } from './useRepeats.ts';
import type { Step } from './wire.ts';
import './callbacks.css';
import './html.css';
import './waiting.css';

export interface CallbackFormProps {
  step: Step;
  /** Changes with every step, so that its fields start afresh. */
  stepCount: number;
  values: Values;
  /** An answer is under way. */
  busy: boolean;
  /** Mirrors what another client shows. */
  mirror?: boolean;
  now: number;
  waitUntil: number | null;
  /** Whether it has its own button to submit; default where the step brings none. */
  hasSubmit?: boolean;
  /** Accessible name, where more than one form is on the screen. */
  label?: string;
  onChange(input: string, value: Json): void;
  onSubmit(): void;
  onChoose(option: number): void;
  onExit?: () => void;
  onCheckNow?: () => void;
}

/** One step of a journey as a form: its callbacks in order, and a button where they bring none. */
export function CallbackForm(props: CallbackFormProps) {
  const { step, stepCount, values, busy, mirror = false, hasSubmit = true } = props;
  const id = useId();
  const waits = waitTimeOf(step) !== null;
  const readOnly = busy || mirror;
  const repeats = useRepeats(step, stepCount, values);
  const visible = step.callbacks
    .map((callback, index) => ({ callback, index }))
    .filter(
      ({ callback }) => !isInvisible(callback) && callback.type !== 'PollingWaitCallback' && !(waits && callback.type === 'ConfirmationCallback'),
    );
  return (
    <form
      tabIndex={-1}
      className="cb-form"
      aria-busy={busy}
      aria-label={props.label ?? (step.header ? plainText(step.header) : 'Questions of this step')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!readOnly && repeats.agree()) props.onSubmit();
      }}
    >
      {step.header ? (
        <h2 className="cb-header">
          <Html html={step.header} inline />
        </h2>
      ) : null}
      {step.description ? (
        <div className="cb-text">
          <Html html={step.description} />
        </div>
      ) : null}
      {visible.map(({ callback, index }) => {
        const Field = fieldOf(callback.type);
        return (
          <Field
            key={`${stepCount} ${index}`}
            id={`${id}-${index}`}
            callback={callback}
            values={values}
            readOnly={readOnly}
            looks={looksOf(step, callback)}
            repeat={repeats.of(callback)}
            onChange={props.onChange}
            onChoose={
              mirror
                ? undefined
                : (option) => {
                    if (repeats.agree()) props.onChoose(option);
                  }
            }
          />
        );
      })}
      {waits ? (
        <PollingWait
          step={step}
          now={props.now}
          waitUntil={props.waitUntil}
          busy={busy}
          onCheckNow={mirror ? undefined : props.onCheckNow}
          onExit={mirror ? undefined : props.onExit}
        />
      ) : null}
      {needsSubmit(step) && hasSubmit && !mirror ? (
        <div className="cb-actions">
          <button type="submit" className="cb-button cb-primary cb-submit" aria-disabled={busy || undefined}>
            {busy ? 'Checking…' : submitText(step)}
          </button>
        </div>
      ) : null}
    </form>
  );
}
