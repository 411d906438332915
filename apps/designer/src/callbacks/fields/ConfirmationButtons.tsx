import { confirmationOptions, outputNumber, outputText } from '../read.ts';
import type { FieldProps } from './types.ts';

/** Every option is a button that answers at once; the one that AM marks as default is the primary one. */
export function ConfirmationButtons({ callback, id, readOnly, onChoose }: FieldProps) {
  const prompt = outputText(callback, 'prompt');
  const options = confirmationOptions(callback);
  const standard = outputNumber(callback, 'defaultOption', 0);
  return (
    <fieldset className="cb-confirm" aria-labelledby={prompt ? `${id}-prompt` : undefined} aria-label={prompt ? undefined : 'Answer'}>
      {prompt ? (
        <p id={`${id}-prompt`} className="cb-text">
          {prompt}
        </p>
      ) : null}
      <div className="cb-buttons cb-actions">
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={option.value === standard || options.length === 1 ? 'cb-button cb-primary' : 'cb-button'}
            aria-disabled={readOnly || undefined}
            onClick={() => (readOnly ? undefined : onChoose?.(option.value))}
          >
            {option.label}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
