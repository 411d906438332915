import { outputText } from '../read.ts';
import { useWords } from '../words/context.ts';
import { PlainInputs, Sent } from './JsonField.tsx';
import type { FieldProps } from './types.ts';

/** Callbacks that somebody else's script answers on AM's page. None is loaded here, as nothing leaves the machine: what it would send is entered. */

/** Any text passes: what a verifier says of it is decided by the journey's stub. */
const TEST_TOKEN = 'tandem-test-token';

export function CaptchaField(props: FieldProps) {
  const { callback, values, id, readOnly, onChange } = props;
  const words = useWords();
  const token = callback.input.find(({ name }) => /^IDToken\d+(token)?$/.test(name))?.name;
  return (
    <section className="cb-other" aria-label={words.captcha.label}>
      {token === undefined ? null : (
        <label className="cb-check cb-captcha">
          <input
            id={id}
            type="checkbox"
            disabled={readOnly}
            checked={values[token] !== '' && values[token] !== undefined}
            onChange={(event) => onChange(token, event.target.checked ? TEST_TOKEN : '')}
          />
          <span>{words.captcha.label}</span>
        </label>
      )}
      <p className="cb-note">{words.captcha.note}</p>
      <details className="cb-code">
        <summary>{words.sent}</summary>
        <PlainInputs {...props} id={`${id}-in`} labels={{ '': words.captcha.token, token: words.captcha.token, clientError: words.clientError }} />
        <Sent callback={callback} summary="JSON" />
      </details>
    </section>
  );
}

export function ProtectField(props: FieldProps) {
  const words = useWords();
  return (
    <section className="cb-other" aria-labelledby={`${props.id}-heading`}>
      <h3 className="cb-label" id={`${props.id}-heading`}>
        PingOne Protect
      </h3>
      <p className="cb-note">{words.protect}</p>
      <PlainInputs {...props} labels={{ signals: words.signals, clientError: words.clientError }} />
      <Sent callback={props.callback} />
    </section>
  );
}

export function IdpField(props: FieldProps) {
  const words = useWords();
  const provider = outputText(props.callback, 'provider');
  return (
    <section className="cb-other" aria-labelledby={`${props.id}-heading`}>
      <p className="cb-text" id={`${props.id}-heading`}>
        {words.idp.text(provider)}
      </p>
      <PlainInputs {...props} labels={{ token: words.idp.token, token_type: words.idp.type }} />
      <Sent callback={props.callback} summary={words.idp.details} />
    </section>
  );
}
