import type { Json } from '@tandem/journey';
import { Suspense, useId } from 'react';
import type { Values } from './answer.ts';
import { fieldOf } from './fields/registry.ts';
import { Html } from './html/Html.tsx';
import { plainText } from './html/parse.ts';
import { PollingWait } from './PollingWait.tsx';
import { findCallback, isInvisible, needsSubmit, waitTimeOf } from './read.ts';
import { looksOf, stageText } from './stage.ts';
import { useRepeats } from './useRepeats.ts';
import type { Step } from './wire.ts';
import { useWords } from './words/context.ts';
import './callbacks.css';
import './html.css';
import './rare.css';
import './rare.css';
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
  /** Fills an input and goes on at once: one button for each identity provider. */
  onSend?: (input: string, value: Json) => void;
  /** The person follows a redirect to another site. */
  onLeave?: () => void;
  onChoose(option: number): void;
  onExit?: () => void;
  onCheckNow?: () => void;
}

/** One step of a journey as a form: its callbacks in order, and a button where they bring none. */
export function CallbackForm(props: CallbackFormProps) {
  const { step, stepCount, values, busy, mirror = false, hasSubmit = true } = props;
  const id = useId();
  const words = useWords();
  const footer = stageText(step, 'pageFooter');
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
      aria-label={props.label ?? (step.header ? plainText(step.header) : words.questions)}
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
          <Suspense key={`${stepCount} ${index}`} fallback={null}>
            <Field
              id={`${id}-${index}`}
              callback={callback}
              values={values}
              readOnly={readOnly}
              looks={looksOf(step, callback)}
              repeat={repeats.of(callback)}
              onChange={props.onChange}
              onSend={mirror || busy ? undefined : props.onSend}
              onLeave={props.onLeave}
              onChoose={
                mirror
                  ? undefined
                  : (option) => {
                      if (repeats.agree()) props.onChoose(option);
                    }
              }
            />
          </Suspense>
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
          <button
            type="submit"
            className={`cb-button cb-submit ${findCallback(step, 'RedirectCallback') ? '' : 'cb-primary'}`}
            aria-disabled={busy || undefined}
          >
            {busy ? words.checking : stageText(step, 'submitButtonText') || words.next}
          </button>
        </div>
      ) : null}
      {footer ? (
        <div className="cb-footer cb-note">
          <Html html={footer} />
        </div>
      ) : null}
    </form>
  );
}
