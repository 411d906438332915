/**
 * What the engine does where neither a recording nor Ping's pages say: each is on the event of every step that rests on it, and in
 * docs/fidelity.md. Assumptions of single nodes stand in their definitions.
 */
export const ASSUMED = {
  direct: 'A journey that is inner-only or transactional-only cannot be started directly; the message is that of a disabled one.',
  restrictedKeys: 'Restricted keys of the data object are dropped for the node as for the REST call.',
  unconnected: 'An unconnected outcome ends the journey as a failure; inside an inner journey it ends the whole journey, not the inner one alone.',
  depth: 'Journeys that contain each other are stopped at 20 levels.',
  circle: 'A loop that never asks the client is stopped.',
  noUser: 'A journey that reaches Success without a known user fails.',
  detailsWithoutSession: 'A journey without a session whose nodes want to add success details fails with the usual message.',
  lockedUser: 'A locked user is told lockoutMessage rather than any other message.',
  restTransaction: 'A transaction started by REST is a run of its own, without a main journey.',
  approvedLate: 'A transaction whose time passed while the journey ran cannot be approved.',
  otherSubject: 'Another subject than the one it was created for cannot approve a transaction; it stays open.',
  retry: 'A failed attempt that may be retried leaves its transaction in progress.',
  resumed: "A resumed journey's time begins anew: it has as long as one that was just started.",
  timeout: 'A journey that times out leaves its transaction as it is.',
  idle: 'Each request of a journey that brings a session counts as its use; asking about a session does not.',
  merge: 'Repeated notifications are merged by top-level key.',
  pageSuspended: 'A page with a node that suspends is suspended as a whole.',
  pagePassword: 'A password that a page has already is not sent back: it is asked for again.',
} as const;

/** Requests that are refused: the session is as it was before, and no event tells of them. */
const REFUSED = [
  'An answer without "callbacks" is refused, as one with too few is.',
  'A number or true and false where a text is expected is a bad request (400); AM throws there, and what status that becomes on AIC nobody wrote down.',
  'Another method than POST on authenticate is answered 405 with the body of an operation that is not supported, as older AM versions do.',
  'authenticate/backchannel/initialize and info answer input that is not valid with 400, a token without their scope with 403, and a transaction that is unknown or over with 404.',
  'Zero-page headers answer each node once; one that asks again is the client’s to answer.',
  'OAuth 2.0 consent is taken as given, as with Implied Consent; codes are lost when the server is restarted.',
];

export const assumptions: readonly string[] = [...Object.values(ASSUMED), ...REFUSED];
