/** How the refusal of a call that no stub answers begins. */
export const NO_STUB = 'httpClient: no stub for ';
