import { fstatSync } from 'node:fs';
import { UsageError } from './command.ts';
import { reasonOf } from './reason-of.ts';

/** The three streams of a command; tests bring their own. */
export interface CliStreams {
  input: AsyncIterable<Uint8Array | string>;
  /** Resolves when the text is written: the caller waits for it, so that memory stays bounded and no loss goes unseen. */
  write(content: string | Uint8Array): Promise<void>;
  /** Messages and progress. */
  note(text: string): void;
  /** True when standard error is a terminal, where progress may be drawn over itself. */
  isTerminal: boolean;
}

/** The reader of standard output has gone, as `head` does after its lines. */
export class OutputClosedError extends Error {}

/** Standard output cannot take what is written, as on a full disk. */
export class OutputFailedError extends Error {}

/** The streams of the process. */
export function processStreams(): CliStreams {
  const { stdout, stderr } = process;
  // Errors come to the callback of each write; without a listener they would also end the process with a stack trace.
  stdout.on('error', () => undefined);
  // Nobody reads the messages: the work goes on, and the exit code still says how it went.
  stderr.on('error', () => undefined);
  const write = (content: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      stdout.write(content, (error?: NodeJS.ErrnoException | null) => {
        if (error === undefined || error === null) resolve();
        else if (error.code === 'EPIPE') reject(new OutputClosedError());
        else reject(new OutputFailedError(`standard output cannot be written: ${error.message}`));
      });
    });
  return { input: readable(), write, note: (text) => void stderr.write(text), isTerminal: stderr.isTTY };
}

/** Standard input; a folder, or a file that cannot be read further, is wrong use. */
async function* readable(): AsyncGenerator<Uint8Array> {
  // Node takes a folder for an input that has ended.
  if (isFolder(0)) throw new UsageError('standard input is a folder.');
  try {
    yield* process.stdin as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new UsageError(`standard input cannot be read: ${reasonOf(error)}`);
  }
}

function isFolder(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isDirectory();
  } catch {
    return false;
  }
}
