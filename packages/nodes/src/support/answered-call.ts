/** An HTTP call of a script that a stub, or a fault, answered. */
export interface AnsweredCall {
  method: string;
  url: string;
}

/** As the script's log says it, whichever of its bindings called (packages/scripting/src/host/stub-texts.ts). */
const ANSWERED = /^\w+: ([A-Z]+) (\S+) was answered by a (?:stub|fault): \d{3}$/;

/** The call that a log line tells of; null for any other line. */
export function answeredCall(message: string): AnsweredCall | null {
  const [, method, url] = ANSWERED.exec(message) ?? [];
  return method === undefined || url === undefined ? null : { method, url };
}
