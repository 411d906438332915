import { inputName, LOCAL_PROVIDER, localProvider, outputText, providersOf } from '../read.ts';
import { useWords } from '../words/context.ts';
import type { FieldProps } from './types.ts';

/** One button for each identity provider. Their pictures and styles are addresses and CSS of somebody else's: only the name is taken. */
export function ProviderButtons({ callback, values, id, readOnly, onChange, onSend }: FieldProps) {
  const words = useWords();
  const input = inputName(callback);
  if (!input) return null;
  const choose = onSend ?? onChange;
  return (
    <fieldset className="cb-confirm" aria-label={outputText(callback, 'prompt') || words.provider.choose}>
      <div className="cb-providers">
        {providersOf(callback)
          .filter(({ name }) => name !== LOCAL_PROVIDER)
          .map(({ name, looks }) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              className="cb-button"
              aria-pressed={values[input] === name}
              aria-disabled={readOnly || undefined}
              onClick={() => (readOnly ? undefined : choose(input, name))}
            >
              {words.provider.go(typeof looks.buttonDisplayName === 'string' ? looks.buttonDisplayName : name)}
            </button>
          ))}
      </div>
      {localProvider(callback) ? (
        <p className="cb-or">
          <span>{words.provider.or}</span>
        </p>
      ) : null}
    </fieldset>
  );
}
