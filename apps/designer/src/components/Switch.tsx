import './fields.css';
import './switches.css';
import { useId } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';

export interface SwitchProps {
  label: string;
  help?: string | undefined;
  isSelected: boolean;
  onChange(selected: boolean): void;
  isDisabled?: boolean;
}

export function Switch({ label, help, ...props }: SwitchProps) {
  const helpId = useId();
  return (
    <div className="field switch-field">
      <AriaSwitch {...props} className="switch" {...(help ? { 'aria-describedby': helpId } : {})}>
        <span className="field-label">{label}</span>
        <span className="switch-track" aria-hidden="true">
          <span className="switch-thumb" />
        </span>
      </AriaSwitch>
      {help ? (
        <span id={helpId} className="field-help">
          {help}
        </span>
      ) : null}
    </div>
  );
}
