import './fields.css';
import './switches.css';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { FieldFoot } from './Field.tsx';

export interface SegmentedProps<V extends string> {
  label: string;
  /** Keeps the label for assistive technology only. */
  hideLabel?: boolean;
  options: readonly { value: V; label: string }[];
  value: V | null;
  onChange(value: V): void;
  help?: string | undefined;
  error?: string | undefined;
  isDisabled?: boolean;
}

/** One of a few: a radio group drawn as one control. */
export function Segmented<V extends string>({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  help,
  error,
  isDisabled = false,
}: SegmentedProps<V>) {
  return (
    <RadioGroup
      className="field"
      value={value}
      onChange={(next) => onChange(next as V)}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      orientation="horizontal"
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <div className="segmented">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="segment">
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldFoot help={help} error={error} />
    </RadioGroup>
  );
}
