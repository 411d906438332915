import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** Several controls under one label. */
export function FieldGroup({
  label,
  help,
  error,
  children,
}: {
  label: string;
  help?: string | undefined;
  error?: string | undefined;
  children: ReactNode;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a flex column in every browser
    <div role="group" aria-labelledby={id} className="field field-group">
      <span id={id} className="field-label">
        {label}
      </span>
      {help ? <span className="field-help">{help}</span> : null}
      {children}
      {error ? (
        <span className="field-error">
          <CircleAlert size={13} aria-hidden="true" />
          {error}
        </span>
      ) : null}
    </div>
  );
}
