/** The three streams of a command; tests bring their own. */
export interface CliStreams {
  input: AsyncIterable<Uint8Array | string>;
  /** Resolves when there is room for more: the caller waits for it, so that memory stays bounded. */
  write(text: string): Promise<void>;
  /** Messages and progress. */
  note(text: string): void;
  /** True when standard error is a terminal, where progress may be drawn over itself. */
  isTerminal: boolean;
}

/** The reader of standard output has gone, as `head` does after its lines. */
export class OutputClosedError extends Error {}

/** The streams of the process. */
export function processStreams(): CliStreams {
  const { stdin, stdout, stderr } = process;
  let failure: Error | null = null;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    failure = error.code === 'EPIPE' ? new OutputClosedError() : error;
  });
  const write = async (text: string): Promise<void> => {
    if (failure !== null) throw failure;
    if (stdout.write(text)) return;
    await new Promise<void>((resolve, reject) => {
      const settle = () => {
        stdout.off('drain', settle).off('error', settle).off('close', settle);
        if (failure === null) resolve();
        else reject(failure);
      };
      stdout.on('drain', settle).on('error', settle).on('close', settle);
    });
  };
  return { input: stdin, write, note: (text) => void stderr.write(text), isTerminal: stderr.isTTY };
}
