/** Forms that few steps need: loaded when one comes. */
export { ConsentField } from './ConsentField.tsx';
export { DeviceField } from './DeviceField.tsx';
export { JsonField } from './JsonField.tsx';
export { CaptchaField, IdpField, ProtectField } from './OutsideFields.tsx';
export { ProviderButtons } from './ProviderButtons.tsx';
