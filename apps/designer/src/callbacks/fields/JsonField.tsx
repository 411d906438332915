import type { Json } from '@tandem/journey';
import { Code } from '../Code.tsx';
import { Labelled } from './Labelled.tsx';
import type { FieldProps } from './types.ts';

/** An input keeps the JSON type that the server gave it, wherever the text allows it. */
function typed(text: string, before: Json | undefined): Json {
  if (typeof before === 'string' || before === undefined) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** A callback without a form of its own (device profile, identity providers, Protect, ReCaptcha, ...): what came, and its inputs to fill. */
export function JsonField({ callback, values, id, readOnly, onChange }: FieldProps) {
  return (
    <section className="cb-other" aria-labelledby={`${id}-heading`}>
      <h3 className="cb-label" id={`${id}-heading`}>
        {callback.type}
      </h3>
      <details className="cb-code">
        <summary>What the journey sent</summary>
        <Code className="cb-json">{JSON.stringify(Object.fromEntries(callback.output.map(({ name, value }) => [name, value])), null, 2)}</Code>
      </details>
      {callback.input.map((input) => {
        const value = values[input.name];
        return (
          <Labelled key={input.name} id={`${id}-${input.name}`} label={input.name}>
            {(described) => (
              <input
                {...described}
                className="cb-input cb-mono"
                id={`${id}-${input.name}`}
                autoComplete="off"
                readOnly={readOnly}
                value={typeof value === 'string' ? value : JSON.stringify(value ?? '')}
                onChange={(event) => onChange(input.name, typed(event.target.value, input.value))}
              />
            )}
          </Labelled>
        );
      })}
    </section>
  );
}
