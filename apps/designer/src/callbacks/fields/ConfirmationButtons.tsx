import { confirmationOptions, outputNumber, outputText, outputTexts } from '../read.ts';
import { useWords } from '../words/context.ts';
import type { FieldProps } from './types.ts';

/** Every option is a button that answers at once; the one that AM marks as default is the primary one. A page may show the positive answer alone, or links. */
export function ConfirmationButtons({ callback, id, readOnly, looks, onChoose }: FieldProps) {
  const words = useWords();
  const prompt = outputText(callback, 'prompt');
  const all = confirmationOptions(callback);
  const named = outputTexts(callback, 'options').length > 0;
  const options = looks.showOnlyPositiveAnswer === true ? all.slice(0, 1) : all;
  const plain = looks.showButtonsAsLinks === true ? 'cb-button cb-quiet' : 'cb-button';
  const standard = outputNumber(callback, 'defaultOption', 0);
  return (
    <fieldset className="cb-confirm" aria-labelledby={prompt ? `${id}-prompt` : undefined} aria-label={prompt ? undefined : words.answer}>
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
            className={plain === 'cb-button' && (option.value === standard || options.length === 1) ? 'cb-button cb-primary' : plain}
            aria-disabled={readOnly || undefined}
            onClick={() => (readOnly ? undefined : onChoose?.(option.value))}
          >
            {named ? option.label : (words.buttons[option.label] ?? option.label)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
