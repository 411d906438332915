import './fields.css';
import './lists.css';
import { Check, ChevronDown } from 'lucide-react';
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue, Text } from 'react-aria-components';
import { FieldFoot } from './Field.tsx';

export interface Choice {
  value: string;
  label: string;
  /** Second line. */
  detail?: string | undefined;
}

export interface SelectProps {
  label: string;
  hideLabel?: boolean;
  options: readonly Choice[];
  value: string | null;
  onChange(value: string): void;
  placeholder?: string | undefined;
  help?: string | undefined;
  error?: string | undefined;
  isDisabled?: boolean;
}

export function Select({ label, hideLabel = false, options, value, onChange, placeholder, help, error, isDisabled = false }: SelectProps) {
  return (
    <AriaSelect
      className="field"
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      placeholder={placeholder ?? 'Choose'}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="control control-select">
        <SelectValue className="control-value" />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <FieldFoot help={help} error={error} />
      <Popover className="popover" offset={4}>
        <ListBox className="list" items={options.map(itemOf)}>
          {(option) => <ChoiceItem {...option} />}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

/** React Aria hands its own `value` to what a list renders, so an item must not have a property of that name. */
export function itemOf({ value, label, detail }: Choice) {
  return { id: value, label, detail };
}

/** One line of a list: label, second line, check when chosen. */
export function ChoiceItem({ id, label, detail }: ReturnType<typeof itemOf>) {
  return (
    <ListBoxItem id={id} textValue={label} className="list-item">
      {({ isSelected }) => (
        <>
          <span className="list-text">
            <Text slot="label">{label}</Text>
            {detail ? (
              <Text slot="description" className="list-detail">
                {detail}
              </Text>
            ) : null}
          </span>
          {isSelected ? <Check size={14} aria-hidden="true" /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
