import type { Session } from '@tandem/engine/view';
import { useMemo } from 'react';
import { CallbackForm, confirm, confirmationOptions, exitWait, findCallback, initialValues, type Values } from '../../callbacks/index.ts';
import { stepOfSession } from '../players/stepOf.ts';

interface AnswerFormProps {
  session: Session;
  /** Of the moment, epoch ms. */
  now: number;
  /** What was answered, as far as it is known. */
  given: Values;
  /** What the person has set. */
  values: Values;
  onChange(values: Values): void;
  onSubmit(): void;
}

/** The page at which a session waits, to be answered in a fork rather than here. */
export function AnswerForm({ session, now, given, values, onChange, onSubmit }: AnswerFormProps) {
  const step = useMemo(() => stepOfSession(session), [session]);
  const { status } = session;
  if (!step || status.kind !== 'callbacks') return <p className="dim">At this moment nobody is asked.</p>;
  const pressed = (option: Values) => onChange({ ...values, ...option });
  const confirmation = findCallback(step, 'ConfirmationCallback');
  const name = confirmation?.input[0]?.name;
  const chosen = name === undefined ? undefined : (values[name] ?? given[name]);
  const button = confirmation && confirmationOptions(confirmation).find(({ value }) => value === chosen);
  return (
    <div className="fork-answer" data-hue={session.role}>
      <CallbackForm
        label="The answer in the fork"
        step={step}
        stepCount={0}
        values={{ ...initialValues(step), ...given, ...values }}
        busy={false}
        now={now}
        waitUntil={status.poll?.due ?? null}
        hasSubmit={false}
        onChange={(input, value) => onChange({ ...values, [input]: value })}
        onSubmit={onSubmit}
        onChoose={(option) => pressed(confirm(step, option))}
        onExit={() => pressed(exitWait(step))}
      />
      {button ? (
        <p role="status">
          Pressed: <strong>{button.label}</strong>
        </p>
      ) : null}
    </div>
  );
}
