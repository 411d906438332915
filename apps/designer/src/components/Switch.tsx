import './fields.css';
import './switches.css';
import { CircleAlert } from 'lucide-react';
import { useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

export interface SwitchProps {
  label: string;
  help?: string | undefined;
  /** What is wrong with what is stored, which may be neither on nor off. */
  error?: string | undefined;
  isSelected: boolean;
  onChange(selected: boolean): void;
  isDisabled?: boolean;
}

export function Switch({ label, help, error, ...props }: SwitchProps) {
  const helpId = useId();
  const said = error ?? help;
  return (
    <div className="field switch-field">
      <AriaSwitch {...props} className="switch" {...(said ? { 'aria-describedby': helpId } : {})}>
        <span className="field-label">{label}</span>
        <span className="switch-track" aria-hidden="true">
          <span className="switch-thumb" />
        </span>
      </AriaSwitch>
      {said ? (
        <span id={helpId} className={error === undefined ? 'field-help' : 'field-error'}>
          {error === undefined ? null : <CircleAlert size={13} aria-hidden="true" />}
          {said}
        </span>
      ) : null}
    </div>
  );
}
