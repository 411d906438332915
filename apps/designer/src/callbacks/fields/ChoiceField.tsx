import { inputName, outputText, outputTexts } from '../read.ts';
import { useWords } from '../words/context.ts';
import { Labelled } from './Labelled.tsx';
import type { FieldProps } from './types.ts';

/** Up to this many choices are all shown at once, where the page's stage does not say how (`displayType`: radio or select). */
const RADIO_LIMIT = 5;

export function ChoiceField({ callback, looks, values, id, readOnly, onChange }: FieldProps) {
  const words = useWords();
  const name = inputName(callback);
  const choices = outputTexts(callback, 'choices').map((text, value) => ({ text, value }));
  const label = outputText(callback, 'prompt') || words.prompts.ChoiceCallback || '';
  if (!name) return null;
  const chosen = Number(values[name] ?? 0);
  const asList = looks.displayType === 'select' || (looks.displayType !== 'radio' && choices.length > RADIO_LIMIT);
  if (asList) {
    return (
      <Labelled id={id} label={label}>
        {(described) => (
          <select
            {...described}
            className="cb-input"
            id={id}
            value={chosen}
            disabled={readOnly}
            onChange={(event) => onChange(name, Number(event.target.value))}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.text}
              </option>
            ))}
          </select>
        )}
      </Labelled>
    );
  }
  return (
    <fieldset className="cb-choices">
      <legend className="cb-label">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="cb-check">
          <input type="radio" name={id} checked={chosen === choice.value} disabled={readOnly} onChange={() => onChange(name, choice.value)} />
          <span>{choice.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
