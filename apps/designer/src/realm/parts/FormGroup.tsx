import './form.css';
import { type ReactNode, useId } from 'react';

/** Fields that belong together, side by side where there is room. */
export function FormGroup({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-group" aria-labelledby={id}>
      <header>
        <h3 id={id}>{title}</h3>
        {help ? <p className="field-help">{help}</p> : null}
      </header>
      <div className="form-fields">{children}</div>
    </section>
  );
}
