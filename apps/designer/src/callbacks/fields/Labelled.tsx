import type { ReactNode } from 'react';
import { useWords } from '../words/context.ts';

interface LabelledProps {
  id: string;
  label: string;
  required?: boolean;
  errors?: readonly string[];
  children: (described: { 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

/** Label above, control, and what the server found wrong tied to the control. */
export function Labelled({ id, label, required, errors = [], children }: LabelledProps) {
  const words = useWords();
  const wrong = errors.length > 0;
  return (
    <div className="cb-field">
      <label className="cb-label" htmlFor={id}>
        {label}
        {required ? <span className="cb-required"> {words.required}</span> : null}
      </label>
      {children(wrong ? { 'aria-describedby': `${id}-errors`, 'aria-invalid': true } : {})}
      {wrong ? (
        <ul className="cb-errors" id={`${id}-errors`}>
          {errors.map((error) => (
            <li key={error}>{error}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
