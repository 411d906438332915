import './fields.css';
import './lists.css';
import { ChevronDown } from 'lucide-react';
import { useContext, useEffect, useRef, useState } from 'react';
import { ComboBox as AriaComboBox, Button, ComboBoxStateContext, Group, Input, Label, ListBox, Popover } from 'react-aria-components';
import { FieldFoot } from './Field.tsx';
import { type Choice, ChoiceItem, itemOf } from './Select.tsx';

export interface ComboBoxProps {
  label: string;
  hideLabel?: boolean;
  options: readonly Choice[];
  /** The chosen value; with `allowsCustom` any text. */
  value: string;
  onChange(value: string): void;
  /** Free text beside the options: state keys, names of journeys that do not exist yet. */
  allowsCustom?: boolean;
  placeholder?: string | undefined;
  help?: string | undefined;
  error?: string | undefined;
  mono?: boolean;
  onFocus?(): void;
  onBlur?(): void;
}

/** The suggestion that goes on as what was typed begins; none when that is a value already. */
function completionOf(text: string, options: readonly Choice[]): Choice | undefined {
  const typed = text.trim().toLowerCase();
  if (typed === '' || options.some(({ value, label }) => value === text || label === text)) return undefined;
  return options.find(({ label }) => label.toLowerCase().startsWith(typed));
}

/** A click shows all suggestions, as the button and the arrow keys do. Enter takes the suggestion that begins with what was typed, unless another was chosen by arrow keys; Tab leaves the text as it is. */
function SuggestingInput({ options, placeholder }: Pick<ComboBoxProps, 'options' | 'placeholder'>) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      className="control-input"
      placeholder={placeholder}
      onClick={() => {
        if (state && !state.isOpen && options.length > 0) state.open(null, 'manual');
      }}
      // Before React Aria's own handler, which takes what is marked in the list.
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !state?.isOpen || state.selectionManager.focusedKey !== null) return;
        const best = completionOf(event.currentTarget.value, options);
        if (best) state.selectionManager.setFocusedKey(best.value);
      }}
    />
  );
}

/** A text input with suggestions. Typed text counts at once when custom values are allowed, else only a chosen option does. */
export function ComboBox({
  label,
  hideLabel = false,
  options,
  value,
  onChange,
  allowsCustom = false,
  placeholder,
  help,
  error,
  mono = false,
  onFocus,
  onBlur,
}: ComboBoxProps) {
  const labelOf = (id: string) => options.find((option) => option.value === id)?.label ?? id;
  const shown = labelOf(value);
  const [text, setText] = useState(shown);
  // Somebody who empties it is about to type: the default that shows instead must not come between.
  const emptied = useRef(false);
  useEffect(() => {
    if (!emptied.current) setText(shown);
  }, [shown]);
  return (
    <AriaComboBox
      className="field"
      inputValue={text}
      onInputChange={(next) => {
        emptied.current = next === '';
        setText(next);
        if (allowsCustom) onChange(options.find((option) => option.label === next)?.value ?? next);
      }}
      selectedKey={options.some((option) => option.value === value) ? value : null}
      onSelectionChange={(key) => {
        if (key === null) return;
        emptied.current = false;
        setText(labelOf(String(key)));
        onChange(String(key));
      }}
      allowsCustomValue={allowsCustom}
      allowsEmptyCollection
      // Not by the focus alone: the list would cover the next field of who only passes this one with Tab.
      menuTrigger="input"
      isInvalid={error !== undefined}
      onFocus={() => onFocus?.()}
      onBlur={() => {
        if (!allowsCustom || emptied.current) setText(shown);
        emptied.current = false;
        onBlur?.();
      }}
    >
      <Label className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Group className="control" data-mono={mono || undefined}>
        <SuggestingInput options={options} placeholder={placeholder} />
        <Button className="control-button" aria-label={`Suggestions for ${label}`}>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      </Group>
      <FieldFoot help={help} error={error} />
      <Popover className="popover" offset={4}>
        <ListBox
          className="list"
          items={options.map(itemOf)}
          renderEmptyState={() => <div className="list-empty">{allowsCustom ? 'No suggestion. What you typed is kept.' : 'Nothing matches.'}</div>}
        >
          {(option) => <ChoiceItem {...option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
