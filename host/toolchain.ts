import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { compilerTools, missingTools, planTools, type ToolSituation } from './prerequisites.ts';
import { run } from './processes.ts';
import type { Reporter } from './reporter.ts';

/** Makes sure that a compiler is there: finds it, or installs it from Debian and says so, or throws what to do. */
export async function ensureToolchain(env: NodeJS.ProcessEnv, reporter: Reporter): Promise<void> {
  const situation = await readSituation(env);
  const plan = planTools(situation);
  if (plan.kind === 'ready') return;
  if (plan.kind === 'ask') throw plan.problem;

  reporter.begin(`Installing ${situation.missing.join(', ')} from Debian, to compile n8n's SQLite driver once`);
  const sudo = plan.command[0] === 'sudo' ? ['sudo', '-n'] : [];
  const apt = async (command: readonly string[]) =>
    run(command[0] ?? '', command.slice(1), { cwd: '/', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } });
  let result = await apt(plan.command);
  if (result.code !== 0) {
    // A fresh image has no package lists, and old lists name packages that are gone.
    reporter.progress(0.2, 'apt-get update');
    await apt([...sudo, 'apt-get', 'update']);
    reporter.progress(0.5, 'apt-get install');
    result = await apt(plan.command);
  }
  const stillMissing = compilerTools.filter((tool) => findProgram(tool, env) === null);
  if (stillMissing.length > 0) {
    reporter.done('failed');
    reporter.line(result.output.split('\n').slice(-8).join('\n'));
    throw missingTools({ ...situation, missing: stillMissing });
  }
  reporter.done('installed');
}

async function readSituation(env: NodeJS.ProcessEnv): Promise<ToolSituation> {
  const missing = compilerTools.filter((tool) => findProgram(tool, env) === null);
  const root = process.getuid?.() === 0;
  const aptGet = findProgram('apt-get', env) !== null;
  const mayAsk = missing.length > 0 && aptGet && !root && findProgram('sudo', env) !== null;
  const passwordlessSudo = mayAsk && (await run('sudo', ['-n', 'true'], { cwd: '/', env, timeoutMs: 5000 })).code === 0;
  return { missing, aptGet, root, passwordlessSudo };
}

/** Where a program is on the PATH, or null. */
export function findProgram(name: string, env: NodeJS.ProcessEnv): string | null {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
