import { Html } from '../html/Html.tsx';
import { failedPolicies } from '../policies.ts';
import { inputName, outputText } from '../read.ts';
import { useWords } from '../words/context.ts';
import type { FieldProps } from './types.ts';

interface CheckProps extends FieldProps {
  label: string;
  required?: boolean;
}

export function Check({ callback, values, id, readOnly, onChange, label, required }: CheckProps) {
  const name = inputName(callback);
  const words = useWords();
  if (!name) return null;
  const errors = failedPolicies(callback, words);
  return (
    <div className="cb-field">
      <label className="cb-check">
        <input
          id={id}
          type="checkbox"
          checked={values[name] === true}
          disabled={readOnly}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? `${id}-errors` : undefined}
          onChange={(event) => onChange(name, event.target.checked)}
        />
        <span>
          {label}
          {required ? <span className="cb-required"> {words.required}</span> : null}
        </span>
      </label>
      {errors.length > 0 ? (
        <ul className="cb-errors" id={`${id}-errors`}>
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

export function BooleanField(props: FieldProps) {
  return <Check {...props} label={outputText(props.callback, 'prompt') || outputText(props.callback, 'name')} />;
}

export function TermsField(props: FieldProps) {
  const { callback, id } = props;
  const words = useWords();
  const version = outputText(callback, 'version');
  return (
    <section className="cb-terms" aria-labelledby={`${id}-heading`}>
      <h3 className="cb-label" id={`${id}-heading`}>
        {words.terms(version)}
      </h3>
      {/* The text scrolls, so the keyboard has to reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className="cb-terms-text" tabIndex={0}>
        <Html html={outputText(callback, 'terms')} />
      </div>
      <Check {...props} label={words.acceptTerms} />
    </section>
  );
}
