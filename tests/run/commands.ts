import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { repositoryRoot } from '../../host/paths.ts';
import { endTree } from './process-tree.ts';
import { oneFailed, onePassed, type Outcome } from './tally.ts';
import { readVitestReport } from './vitest-report.ts';

/** Runs a command in the repository with its output on ours; it counts as one check. */
export async function check(command: string, ...args: string[]): Promise<Outcome> {
  return (await execute(command, args)) === 0 ? onePassed : oneFailed;
}

/** Runs a script of package.json; it counts as one check. */
export function script(name: string): Promise<Outcome> {
  return check('npm', 'run', '--silent', name);
}

/** Runs one Vitest project and counts its tests. */
export async function vitest(project: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const file = join(repositoryRoot, 'tests', 'output', `${project}.json`);
  mkdirSync(dirname(file), { recursive: true });
  rmSync(file, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const exitCode = await execute('vitest', ['run', '--project', project, ...reporters], env);
  return readVitestReport(readText(file), exitCode);
}

/** The command that is at work, if any: phases run one after the other. */
let running: number | undefined;

/** Ends the command that is at work, with all that it started: servers, databases, browsers. */
export async function endRunning(graceMs: number): Promise<void> {
  if (running !== undefined) await endTree(running, graceMs);
}

/** Nobody can answer questions during a test run, so programs get no standard input. */
function execute(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<number | null> {
  const path = [dirname(process.execPath), join(repositoryRoot, 'node_modules', '.bin'), process.env['PATH']];
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: repositoryRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env, PATH: path.filter(Boolean).join(delimiter) },
    });
    running = child.pid;
    const ended = (code: number | null) => {
      running = undefined;
      resolve(code);
    };
    child.once('error', (error) => {
      console.error(`${command}: ${error.message}`);
      ended(null);
    });
    child.once('exit', ended);
  });
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
