/**
 * Something that the person at the terminal can do something about. Shown as a message and the lines of advice, never
 * with a stack trace.
 */
export class HostProblem extends Error {
  readonly advice: readonly string[];

  constructor(message: string, advice: readonly string[] = []) {
    super(message);
    this.name = 'HostProblem';
    this.advice = advice;
  }
}

/** What to print for whatever was thrown: the message and advice of a `HostProblem`, the whole trace of a fault of ours. */
export function describeFailure(error: unknown): string {
  if (error instanceof HostProblem)
    return ['', error.message, ...error.advice.map((line) => `  ${line}`), ''].join('\n');
  return `\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
