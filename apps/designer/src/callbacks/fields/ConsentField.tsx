import { safePicture } from '../html/allowed.ts';
import { Html } from '../html/Html.tsx';
import { outputOf, outputText } from '../read.ts';
import { useWords } from '../words/context.ts';
import { Check } from './CheckField.tsx';
import type { FieldProps } from './types.ts';

/** Which application gets to know what, and whether that is allowed. Its icon is shown when it is in the text itself: nothing is fetched. */
export function ConsentField(props: FieldProps) {
  const { callback, id } = props;
  const words = useWords();
  const name = outputText(callback, 'displayName') || outputText(callback, 'name');
  const fields = outputOf(callback, 'fields');
  const told = Array.isArray(fields) ? fields.filter((field): field is string => typeof field === 'string' && field !== '') : [];
  const access = outputText(callback, 'accessLevel');
  const icon = safePicture(outputText(callback, 'icon'));
  return (
    <section className="cb-other" aria-labelledby={`${id}-heading`}>
      <Html html={outputText(callback, 'message')} />
      <div className="cb-consent">
        <h3 className="cb-label" id={`${id}-heading`}>
          {icon ? <img src={icon} alt="" /> : null}
          {words.consent.shares(name)}
        </h3>
        <ul>
          {told.map((field) => (
            <li key={field}>{field}</li>
          ))}
        </ul>
        {access ? <p className="cb-note">{words.consent.access(access)}</p> : null}
      </div>
      <Check {...props} label={words.consent.allow(name)} required={outputText(callback, 'isRequired') === 'true'} />
    </section>
  );
}
