import { isJsonObject, type JsonObject } from '../../../engine/index.ts';
import type { ExitCode } from './command.ts';
import type { LineError } from './line-error.ts';
import { readLines, type InputLine } from './read-lines.ts';
import type { CliStreams } from './streams.ts';

/** What becomes of one line: the object to write, and whether it counts as failed. */
export interface LineResult {
  output: object;
  failed: boolean;
}

/** Characters of answers that are written at once. Chosen: 64 K, because a pipe takes no more. */
const fullText = 65_536;

/**
 * Answers each line of JSON on standard input with one line on standard output, in order. A line that cannot be read gets
 * `unread(error)`, and the run goes on.
 *
 * @returns 0, or 1 when any line failed.
 */
export async function processLines(
  streams: CliStreams,
  answer: (object: JsonObject) => LineResult,
  unread: (error: LineError) => object,
): Promise<ExitCode> {
  let text = '';
  const flush = async () => {
    const whole = text;
    text = '';
    if (whole !== '') await streams.write(whole);
  };
  const failures = await walkLines(
    streams,
    (line) => {
      const answered = answerLine(line, answer, unread);
      text += `${answered.text}\n`;
      return { failed: answered.failed, full: text.length >= fullText };
    },
    flush,
  );
  return failures > 0 ? 1 : 0;
}

/**
 * Hands each object on standard input to `take`, and each line that is none to `refuse`, with progress on a terminal.
 */
export async function readObjects(
  streams: CliStreams,
  take: (object: JsonObject) => void,
  refuse: (error: LineError) => void,
): Promise<void> {
  await walkLines(streams, (line) => {
    const parsed = parseLine(line);
    if (parsed.ok) take(parsed.object);
    else refuse(parsed.error);
    return { failed: !parsed.ok, full: false };
  });
}

/**
 * Goes through the lines of standard input; `flush` is waited for when a line says that it is time, and after each chunk.
 *
 * @returns how many lines failed
 */
async function walkLines(
  streams: CliStreams,
  each: (line: InputLine) => { failed: boolean; full: boolean },
  flush: () => Promise<void> = async () => undefined,
): Promise<number> {
  const progress = startProgress(streams);
  let failures = 0;
  let done = 0;
  for await (const lines of readLines(streams.input)) {
    for (const line of lines) {
      const { failed, full } = each(line);
      if (failed) failures += 1;
      if (full) await flush();
    }
    done += lines.length;
    await flush();
    progress(done, failures);
  }
  if (streams.isTerminal) streams.note(`\r${summary(done, failures)}\u001b[K\n`);
  return failures;
}

function answerLine(
  line: InputLine,
  answer: (object: JsonObject) => LineResult,
  unread: (error: LineError) => object,
): { text: string; failed: boolean } {
  const refuse = (error: LineError) => ({ text: JSON.stringify(unread(error)), failed: true });
  const parsed = parseLine(line);
  if (!parsed.ok) return refuse(parsed.error);
  try {
    const { output, failed } = answer(parsed.object);
    return { text: JSON.stringify(output), failed };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // JSON can nest deeper than any program can follow.
    return refuse({ code: 'line_too_deep', message: `Line ${line.number} nests too deep to be answered.`, path: [] });
  }
}

function startProgress({ isTerminal, note }: CliStreams): (done: number, failures: number) => void {
  let drawnAt = Date.now();
  return (done, failures) => {
    if (!isTerminal || Date.now() - drawnAt < 100) return;
    drawnAt = Date.now();
    note(`\r${summary(done, failures)}\u001b[K`);
  };
}

function summary(done: number, failures: number): string {
  return `${done} ${done === 1 ? 'line' : 'lines'}, ${failures} with an error`;
}

type ParsedLine = { ok: true; object: JsonObject } | { ok: false; error: LineError };

function parseLine({ number, text, tooLong }: InputLine): ParsedLine {
  const bad = (code: string, message: string): ParsedLine => ({ ok: false, error: { code, message, path: [] } });
  if (tooLong) return bad('line_too_long', `Line ${number} is longer than 16 million characters.`);
  if (text.trim() === '') return bad('line_empty', `Line ${number} is empty. Write one JSON object per line.`);
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return { ok: true, object: value };
    return bad('line_not_object', `Line ${number} is JSON, but not an object. Write one JSON object per line.`);
  } catch {
    return bad('line_not_json', `Line ${number} is not JSON. Write one JSON object per line.`);
  }
}
