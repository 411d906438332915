import type { JsonObject } from '@tandem/journey';

/** What journeys send: the outbox shows it, and a push is answered there as on a phone. */

export interface PushRequest {
  /** AM's push type: tap to accept, choose the number that the browser shows, or use the phone's biometrics. */
  type: 'DEFAULT' | 'CHALLENGE' | 'BIOMETRIC';
  /** CHALLENGE: the numbers that the phone offers, and the one that is right. */
  numbers?: string[] | undefined;
  number?: string | undefined;
  /** Epoch ms; an answer after it counts for nothing. */
  expiresAt: number;
  /** Where the user is said to come from, when the node sends it (`contextInfo`). */
  context?: JsonObject | undefined;
  payload?: JsonObject | undefined;
}

export interface OutgoingMessage {
  kind: 'email' | 'sms' | 'push';
  /** Address, number, or name of the device. */
  to: string;
  from?: string | undefined;
  subject?: string | undefined;
  /** Plain text; of an email the text of its HTML. */
  text: string;
  /** An email as rendered. */
  html?: string | undefined;
  /** Addresses in it, in order. */
  links?: string[] | undefined;
  push?: PushRequest | undefined;
}

export interface MessageView {
  id: string;
  kind: OutgoingMessage['kind'];
  answered: boolean;
  /** null until it was answered. A CHALLENGE is approved by the right number alone. */
  approved: boolean | null;
  push: PushRequest | null;
}
