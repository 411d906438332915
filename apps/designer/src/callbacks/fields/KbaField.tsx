import { useState } from 'react';
import { inputName, outputText, outputTexts } from '../read.ts';
import { useWords } from '../words/context.ts';
import { Labelled } from './Labelled.tsx';
import type { FieldProps } from './types.ts';

const OWN = '\u0000own';

/** A security question (a predefined one or one's own) and its answer. */
export function KbaField({ callback, values, id, readOnly, onChange }: FieldProps) {
  const words = useWords();
  const question = inputName(callback, 'question');
  const answer = inputName(callback, 'answer');
  const predefined = outputTexts(callback, 'predefinedQuestions');
  const [own, setOwn] = useState(predefined.length === 0);
  if (!question || !answer) return null;
  const asked = String(values[question] ?? '');
  const ownAllowed = outputText(callback, 'allowUserDefinedQuestions') !== 'false';
  return (
    <div className="cb-kba">
      {predefined.length > 0 ? (
        <Labelled id={`${id}-choice`} label={outputText(callback, 'prompt') || words.prompts.KbaCreateCallback || ''}>
          {(described) => (
            <select
              {...described}
              className="cb-input"
              id={`${id}-choice`}
              disabled={readOnly}
              value={own ? OWN : asked}
              onChange={(event) => {
                setOwn(event.target.value === OWN);
                onChange(question, event.target.value === OWN ? '' : event.target.value);
              }}
            >
              <option value="">{words.kba.select}</option>
              {predefined.map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
              {ownAllowed ? <option value={OWN}>{words.kba.own}</option> : null}
            </select>
          )}
        </Labelled>
      ) : null}
      {own ? (
        <Labelled id={`${id}-question`} label={words.kba.yours}>
          {(described) => (
            <input
              {...described}
              className="cb-input"
              id={`${id}-question`}
              readOnly={readOnly}
              value={asked}
              onChange={(event) => onChange(question, event.target.value)}
            />
          )}
        </Labelled>
      ) : null}
      <Labelled id={id} label={words.answer}>
        {(described) => (
          <input
            {...described}
            className="cb-input"
            id={id}
            autoComplete="off"
            readOnly={readOnly}
            value={String(values[answer] ?? '')}
            onChange={(event) => onChange(answer, event.target.value)}
          />
        )}
      </Labelled>
    </div>
  );
}
