import type { ComponentType } from 'react';
import { BooleanField, TermsField } from './CheckField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ConfirmationButtons } from './ConfirmationButtons.tsx';
import { JsonField } from './JsonField.tsx';
import { KbaField } from './KbaField.tsx';
import { RedirectField } from './RedirectField.tsx';
import { TextField } from './TextField.tsx';
import { SuspendedText, TextOutput } from './TextOutput.tsx';
import type { FieldProps } from './types.ts';

const FIELDS: Record<string, ComponentType<FieldProps>> = {
  NameCallback: TextField,
  PasswordCallback: TextField,
  TextInputCallback: TextField,
  StringAttributeInputCallback: TextField,
  NumberAttributeInputCallback: TextField,
  ValidatedCreateUsernameCallback: TextField,
  ValidatedCreatePasswordCallback: TextField,
  BooleanAttributeInputCallback: BooleanField,
  TermsAndConditionsCallback: TermsField,
  ChoiceCallback: ChoiceField,
  ConfirmationCallback: ConfirmationButtons,
  TextOutputCallback: TextOutput,
  SuspendedTextOutputCallback: SuspendedText,
  KbaCreateCallback: KbaField,
  RedirectCallback: RedirectField,
};

/** The component of a callback type; a type without one is shown as JSON with its inputs. */
export function fieldOf(type: string): ComponentType<FieldProps> {
  return FIELDS[type] ?? JsonField;
}
