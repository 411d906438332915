import { type ComponentType, lazy } from 'react';
import { BooleanField, TermsField } from './CheckField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { ConfirmationButtons } from './ConfirmationButtons.tsx';
import { KbaField } from './KbaField.tsx';
import { RedirectField } from './RedirectField.tsx';
import { TextField } from './TextField.tsx';
import { SuspendedText, TextOutput } from './TextOutput.tsx';
import type { FieldProps } from './types.ts';

const rare = (name: keyof typeof import('./rare.ts')) => lazy(async () => ({ default: (await import('./rare.ts'))[name] }));

const Captcha = rare('CaptchaField');
const Protect = rare('ProtectField');
const Unknown = rare('JsonField');

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
  SelectIdPCallback: rare('ProviderButtons'),
  ConsentMappingCallback: rare('ConsentField'),
  DeviceProfileCallback: rare('DeviceField'),
  IdPCallback: rare('IdpField'),
  ReCaptchaCallback: Captcha,
  ReCaptchaEnterpriseCallback: Captcha,
  PingOneProtectInitializeCallback: Protect,
  PingOneProtectEvaluationCallback: Protect,
};

/** The component of a callback type; a type without one is shown as JSON with its inputs. */
export function fieldOf(type: string): ComponentType<FieldProps> {
  return FIELDS[type] ?? Unknown;
}
