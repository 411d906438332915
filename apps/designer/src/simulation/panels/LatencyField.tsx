import { useEffect, useId, useState } from 'react';
import { durationOf, durationText } from './duration.ts';

interface LatencyFieldProps {
  label: string;
  type: string;
  value: number;
  onCommit(ms: number): void;
}

/** The time that one node takes, in ms unless a unit is typed; takes effect on Enter or when the field is left. */
export function LatencyField({ label, type, value, onCommit }: LatencyFieldProps) {
  const id = useId();
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const ms = durationOf(text);
  const wrong = ms === null;
  const commit = () => {
    if (ms === null) return;
    setText(String(ms));
    if (ms !== value) onCommit(ms);
  };
  return (
    <div className="sim-latency-field" data-set={value > 0 || undefined}>
      <label htmlFor={id}>
        <span>{label}</span>
        {type === '' ? null : <span className="dim">{type}</span>}
      </label>
      <span className="sim-ms">
        <input
          id={id}
          className="numeric"
          inputMode="text"
          autoComplete="off"
          value={text}
          aria-invalid={wrong || undefined}
          aria-describedby={`${id}-${wrong ? 'wrong' : 'read'}`}
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
          A time such as 4 s, 4000 ms or 4000, up to a day.
        </span>
      ) : (
        <span className={ms >= 1000 || text !== String(value) ? 'sim-read dim' : 'visually-hidden'} id={`${id}-read`}>
          {durationText(ms)}
        </span>
      )}
    </div>
  );
}
