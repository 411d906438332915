/** Our assumption of scripts in any node: a definition names it, and the step that rests on it. */
export const REQUEST_CALLBACKS =
  'HttpCallback and X509CertificateCallback, which AM takes from the request and cannot send as JSON, are asked of the client; left empty, an HttpCallback is answered by the header that comes with it, but for Authorization, which is kept from scripts.';
