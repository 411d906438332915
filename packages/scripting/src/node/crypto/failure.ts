/** What Java would have thrown. `type` is there for checked exceptions, which Rhino names (`JavaException: <type>: <message>`); others it does not. */
export class JavaFailure extends Error {
  readonly type: string | undefined;

  constructor(message: string, type?: string) {
    super(message);
    this.type = type;
  }
}

/** AM's wrapper around what the JCA throws (recorded on AIC for an AES key of five bytes). */
export function cryptoFailure(message: string): JavaFailure {
  return new JavaFailure(message, 'org.forgerock.openam.scripting.bindings.crypto.ScriptCryptoException');
}
