import type { Json } from '@tandem/journey';
import { Code } from '../Code.tsx';
import type { WireCallback } from '../wire.ts';
import { useWords } from '../words/context.ts';
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

/** What a callback brought, for who wants to know. */
export function Sent({ callback, summary }: { callback: WireCallback; summary?: string }) {
  const words = useWords();
  return (
    <details className="cb-code">
      <summary>{summary ?? words.sent}</summary>
      <Code className="cb-json">{JSON.stringify(Object.fromEntries(callback.output.map(({ name, value }) => [name, value])), null, 2)}</Code>
    </details>
  );
}

/** The inputs of a callback as they are, each with its name or a word for it by the end of that: `IDToken1token` -> "token". */
export function PlainInputs({ callback, values, id, readOnly, labels = {}, onChange }: FieldProps & { labels?: Record<string, string> }) {
  return callback.input.map((input) => {
    const value = values[input.name];
    return (
      <Labelled key={input.name} id={`${id}-${input.name}`} label={labels[input.name.replace(/^IDToken\d+/, '')] ?? input.name}>
        {(described) => (
          <input
            {...described}
            className="cb-input cb-mono"
            id={`${id}-${input.name}`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={readOnly}
            value={typeof value === 'string' ? value : JSON.stringify(value ?? '')}
            onChange={(event) => onChange(input.name, typed(event.target.value, input.value))}
          />
        )}
      </Labelled>
    );
  });
}

/** A callback that nobody has a form for, of a later AM or of a script: what came, and its inputs to fill. */
export function JsonField(props: FieldProps) {
  const { callback, id } = props;
  return (
    <section className="cb-other" aria-labelledby={`${id}-heading`}>
      <h3 className="cb-label" id={`${id}-heading`}>
        {callback.type}
      </h3>
      <Sent callback={callback} />
      <PlainInputs {...props} />
    </section>
  );
}
