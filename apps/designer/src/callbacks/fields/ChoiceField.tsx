import { inputName, outputText, outputTexts } from '../read.ts';
import type { FieldProps } from './types.ts';
import { Labelled } from './Labelled.tsx';

/** Up to this many choices are all shown at once. */
const RADIO_LIMIT = 5;

export function ChoiceField({ callback, values, id, readOnly, onChange }: FieldProps) {
  const name = inputName(callback);
  const choices = outputTexts(callback, 'choices');
  const label = outputText(callback, 'prompt') || 'Choose one';
  if (!name) return null;
  const chosen = Number(values[name] ?? 0);
  if (choices.length > RADIO_LIMIT) {
    return (
      <Labelled id={id} label={label}>
        {(described) => (
          <select {...described} className="cb-input" id={id} value={chosen} disabled={readOnly} onChange={(event) => onChange(name, Number(event.target.value))}>
            {choices.map((choice, index) => <option key={`${index} ${choice}`} value={index}>{choice}</option>)}
          </select>
        )}
      </Labelled>
    );
  }
  return (
    <fieldset className="cb-choices">
      <legend className="cb-label">{label}</legend>
      {choices.map((choice, index) => (
        <label key={`${index} ${choice}`} className="cb-check">
          <input type="radio" name={id} checked={chosen === index} disabled={readOnly} onChange={() => onChange(name, index)} />
          <span>{choice}</span>
        </label>
      ))}
    </fieldset>
  );
}
