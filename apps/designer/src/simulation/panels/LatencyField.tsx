import { useEffect, useId, useState } from 'react';

const MOST_MS = 86_400_000;

interface LatencyFieldProps {
  label: string;
  type: string;
  value: number;
  onCommit(ms: number): void;
}

/** Milliseconds of one node; takes effect on Enter or when the field is left. */
export function LatencyField({ label, type, value, onCommit }: LatencyFieldProps) {
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const ms = text.trim() === '' ? 0 : Number(text);
  const wrong = !Number.isInteger(ms) || ms < 0 || ms > MOST_MS;
  const commit = () => {
    if (!wrong && ms !== value) onCommit(ms);
  };
  return (
    <div className="sim-latency-field" data-set={value > 0 || undefined}>
      <label htmlFor={id}>
        <span>{label}</span>
        <span className="dim">{type}</span>
      </label>
      <span className="sim-ms">
        <input
          id={id}
          className="numeric"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={wrong ? `${id}-wrong` : undefined}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit();
          }}
        />
        <span className="dim">ms</span>
      </span>
      {wrong ? (
        <span className="sim-wrong" id={`${id}-wrong`}>
          A whole number from 0 to {MOST_MS.toLocaleString('en')}.
        </span>
      ) : null}
    </div>
  );
}
