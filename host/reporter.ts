import { formatBar, formatDuration } from './progress.ts';

/** The part of `process.stdout` that a reporter needs. */
export interface Output {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

export interface Reporter {
  /** A line that stays. */
  line(text: string): void;
  /** Begins a piece of work; everything until `done` is about it. */
  begin(title: string): void;
  /** How far it is: redrawn in place on a terminal, one line every 15 seconds elsewhere. */
  progress(fraction: number, detail: string): void;
  /** Ends the piece of work with its result. */
  done(result: string): void;
}

/** Seconds between two progress lines where there is no terminal to redraw. */
const lineEverySeconds = 15;

export function createReporter(output: Output, now: () => number = Date.now): Reporter {
  const terminal = output.isTTY === true;
  let title = '';
  let begunAt = 0;
  let lastLineAt = 0;
  const erase = () => terminal && output.write('\r\x1b[K');

  return {
    line(text) {
      erase();
      output.write(`${text}\n`);
    },
    begin(text) {
      title = text;
      begunAt = now();
      lastLineAt = begunAt;
      output.write(terminal ? `- ${title} ...` : `- ${title} ...\n`);
    },
    progress(fraction, detail) {
      const elapsed = (now() - begunAt) / 1000;
      const percent = `${String(Math.floor(fraction * 100)).padStart(3)} %`;
      if (terminal) {
        const text = `  [${formatBar(fraction, 24)}] ${percent}  ${detail}  ${formatDuration(elapsed)}`;
        output.write(`\r\x1b[K${text.slice(0, Math.max(20, (output.columns ?? 80) - 1))}`);
      } else if (now() - lastLineAt >= lineEverySeconds * 1000) {
        lastLineAt = now();
        output.write(`  ${percent}  ${detail}, ${formatDuration(elapsed)} so far\n`);
      }
    },
    done(result) {
      erase();
      const elapsed = (now() - begunAt) / 1000;
      output.write(
        `${terminal ? '✓' : ' '} ${title}: ${result}${elapsed >= 1 ? ` (${formatDuration(elapsed)})` : ''}\n`,
      );
    },
  };
}
