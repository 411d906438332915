/** An error that the script gets as its own exception. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  /** Status of the REST error behind it. */
  readonly code: number | undefined;

  constructor(message: string, code?: number) {
    super(message);
    this.code = code;
  }
}

export function notSimulated(what: string): never {
  throw new HostFailure(`not simulated: ${what}`);
}
