import './fields.css';
import { Switch as AriaSwitch } from 'react-aria-components';

export interface SwitchProps {
  label: string;
  help?: string | undefined;
  isSelected: boolean;
  onChange(selected: boolean): void;
  isDisabled?: boolean;
}

export function Switch({ label, help, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className="switch">
      <span className="switch-text">
        <span className="field-label">{label}</span>
        {help ? <span className="field-help">{help}</span> : null}
      </span>
      <span className="switch-track" aria-hidden="true">
        <span className="switch-thumb" />
      </span>
    </AriaSwitch>
  );
}
