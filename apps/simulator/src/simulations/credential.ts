/** Names of headers, parameters and attributes whose values let somebody in. */
export const CREDENTIAL = /authorization|cookie|token|secret|password|api-?key/i;
