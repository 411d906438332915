import type { JsonObject } from '@tandem/journey';

export type TransactionState = 'CREATED' | 'IN_PROGRESS' | 'COMPLETED';
export type TransactionResult = 'UNKNOWN' | 'APPROVED' | 'DENIED';
export interface TransactionView {
  id: string;
  state: TransactionState;
  result: TransactionResult;
  /** Data that Notification nodes added, merged by top-level key. */
  data: JsonObject;
  /** Session properties of the backchannel journey's session; empty until it was approved. */
  sessionProperties: Record<string, string>;
}
export interface TransactionSpec {
  journey: string;
  subject: { type: 'user' | 'agent'; id: string; name: string } | null;
  data: JsonObject;
  redirectUrlType: 'GET' | 'POST' | 'CUSTOM' | 'NONE';
  customRedirectUrl?: string | undefined;
  /** Seconds; undefined: the realm's time to live. */
  timeout?: number | undefined;
  allowRetry: boolean;
}
