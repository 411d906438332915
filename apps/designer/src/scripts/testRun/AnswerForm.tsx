import type { Json, JsonObject } from '@tandem/journey';
import { useMemo, useState } from 'react';
import {
  answer,
  CallbackForm,
  confirm,
  exitWait,
  initialValues,
  keepWaiting,
  parseAnswer,
  type Step,
  type Values,
  waitTimeOf,
} from '../../callbacks/index.ts';

/** The callbacks that a pass sent, as a client shows them; what is given is the next pass. */
export function AnswerForm({
  step: sent,
  pass,
  busy,
  onAnswer,
}: {
  step: JsonObject;
  pass: number;
  busy: boolean;
  onAnswer(callbacks: Json[]): void;
}) {
  const step = useMemo(() => parseAnswer(200, sent) as Step, [sent]);
  const [values, setValues] = useState<Values>(() => initialValues(step));
  const send = (given: Values) => {
    const { callbacks } = answer(step, given);
    if (Array.isArray(callbacks)) onAnswer(callbacks);
  };
  return (
    <div className="run-client">
      <CallbackForm
        step={step}
        stepCount={pass}
        values={values}
        busy={busy}
        now={0}
        waitUntil={waitTimeOf(step)}
        label={`Answer to pass ${pass}`}
        onChange={(input, value) => setValues((before) => ({ ...before, [input]: value }))}
        onSubmit={() => send(values)}
        onSend={(input, value) => send({ ...values, [input]: value })}
        onChoose={(option) => send(confirm(step, option, values))}
        onExit={() => send(exitWait(step))}
        onCheckNow={() => send(keepWaiting(step))}
      />
    </div>
  );
}
