import type { Source } from '../contract.ts';

/** Where rules come from, named once so that the reference pages read alike. */

export const PAGE_INITIALIZE = 'Ping docs: Backchannel Initialize node';
export const PAGE_STATUS = 'Ping docs: Backchannel Status node';
export const PAGE_NOTIFICATION = 'Ping docs: Backchannel Notification node';
export const CALLBACK_PAGE = 'Ping docs: supported callbacks (AIC)';
export const IDM_PAGE = 'Ping docs: managed users of AIC';
export const AM_SOURCE = 'AM 8.0.2 source';
export const PAGE_SUSPEND = 'Ping docs: suspended authentication; Email Suspend node';
export const PAGE_EMAIL_TEMPLATES = 'Ping docs: email templates (Handlebars)';
export const EXPORTS = 'recorded AIC exports (2025-10, 2026-03)';
const ASSUMPTION = 'assumption';

export function recorded(rule: string, from: string): Source {
  return { mark: 'recorded', rule, from };
}
export function documented(rule: string, from: string): Source {
  return { mark: 'documented', rule, from };
}
export function assumed(rule: string): Source {
  return { mark: 'inferred', rule, from: ASSUMPTION };
}
