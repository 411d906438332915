import type { Identity, Json } from '@tandem/journey';
import { isSealed, type NodeContext, NodeProcessError, type Sealed } from '../contract.ts';
import { identityAttribute } from './attributes.ts';
import { localizedText } from './locale.ts';
import { textMap } from './values.ts';

/** What the nodes that send one-time passwords share (AM 8.0.2 source). */

/** An attribute as AM's identity store gives it: the first of its values. */
export function firstValue(identity: Identity, name: string): string | undefined {
  const value = identityAttribute(identity, name);
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' || typeof first === 'number' ? String(first) || undefined : undefined;
}

/** The configured text in the client's language, else AM's own; the configured ones in other languages are not used. */
export function messageText(context: NodeContext, property: string, bundled: string): string {
  return localizedText(textMap(context.config, property), context.request.locales) ?? bundled;
}

/** AM's gateway puts the OTP where the text says {{OTP}}, and behind a text that does not. */
export function withOtp(content: string, otp: string): string {
  return content.includes('{{OTP}}') ? content.replaceAll('{{OTP}}', () => otp) : content + otp;
}

/** The OTP to send. @throws NodeProcessError when no node made one */
export function otpToSend(context: NodeContext): string {
  const otp = context.state.get('oneTimePassword');
  if (typeof otp === 'string') return otp;
  context.log('warn', 'oneTimePasswordNotFound');
  throw new NodeProcessError('One time password not found');
}

/** A text that is there, sealed or not. */
export function isSecretText(value: Json | undefined): value is string | (Sealed & Json) {
  return typeof value === 'string' || isSealed(value);
}
