import { parseArgs } from 'node:util';
import { HostProblem } from './problem.ts';

export const defaultPort = 5678;

/** The port of `--port`, else of `STEWARD_PORT`, else 5678. */
export function readStartOptions(argv: readonly string[], env: NodeJS.ProcessEnv): { port: number; help: boolean } {
  const values = parse(argv, { port: { type: 'string', short: 'p' }, help: { type: 'boolean', short: 'h' } });
  const text = values['port'] ?? env['STEWARD_PORT'] ?? '';
  return { port: text === '' ? defaultPort : readPort(String(text)), help: values['help'] === true };
}

/** `--yes` does not ask, `--host` also forgets the installed n8n. */
export function readResetOptions(argv: readonly string[]): { yes: boolean; host: boolean; help: boolean } {
  const values = parse(argv, {
    yes: { type: 'boolean', short: 'y' },
    host: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  });
  return { yes: values['yes'] === true, host: values['host'] === true, help: values['help'] === true };
}

function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65535) return port;
  throw new HostProblem(`"${text}" is not a port.`, [
    'Give a number from 1 to 65535, such as: npm start -- --port 5679',
  ]);
}

type OptionTypes = Record<string, { type: 'string' | 'boolean'; short?: string }>;

function parse(argv: readonly string[], options: OptionTypes): Record<string, unknown> {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    const names = Object.keys(options).map((name) => `--${name}`);
    throw new HostProblem(error instanceof Error ? error.message : String(error), [
      `Known options: ${names.join(', ')}`,
    ]);
  }
}
