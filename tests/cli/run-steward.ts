import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../hub/src/cli/run-cli.ts';

export const main = fileURLToPath(new URL('../../hub/src/cli/main.ts', import.meta.url));
/** The Node that the checkout brings along: the one that runs the tests may be older, and not read TypeScript. */
export const node24 = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url));

/** What a run of the command came to. */
export interface StewardRun {
  code: number | null;
  out: string;
  err: string;
}

/** Runs `steward` in this process, on streams of its own. */
export async function runSteward(args: readonly string[], input: string | Buffer = ''): Promise<StewardRun> {
  const run: StewardRun = { code: null, out: '', err: '' };
  async function* chunks() {
    yield input;
  }
  run.code = await runCli(args, {
    input: chunks(),
    write: async (content) => void (run.out += typeof content === 'string' ? content : Buffer.from(content).toString()),
    note: (text) => void (run.err += text),
    isTerminal: false,
  });
  return run;
}

/** Runs `steward` as a process of its own; `onOutput` sees each chunk as it comes. */
export async function spawnSteward(
  args: readonly string[],
  input: string,
  onOutput: (chunk: Buffer, close: () => void) => void = () => undefined,
): Promise<StewardRun> {
  const child = spawn(node24, [main, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => {
    out.push(chunk);
    onOutput(chunk, () => child.stdout.destroy());
  });
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  // A command that needs no input may be gone before it is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, out: Buffer.concat(out).toString('utf8'), err: Buffer.concat(err).toString('utf8') };
}

/** The output's lines, parsed. */
export function linesOf(run: StewardRun): unknown[] {
  return run.out
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}
