import { formatBytes } from './progress.ts';
import { HostProblem } from './problem.ts';

/** Programs that compiling n8n's SQLite driver calls. */
export const compilerTools = ['python3', 'make', 'g++'] as const;
export type CompilerTool = (typeof compilerTools)[number];

/** Room that n8n's packages need: 2.7 GB placed, and headroom for compiling and for npm's cache. */
export const requiredBytes = 3.5e9;

/** A problem when the disk is too full, else null. `alreadyThereBytes`: what an earlier attempt has already placed. */
export function checkDiskSpace(freeBytes: number, folder: string, alreadyThereBytes = 0): HostProblem | null {
  const missing = requiredBytes - alreadyThereBytes - freeBytes;
  if (missing <= 0) return null;
  return new HostProblem(
    `Not enough disk space: n8n needs ${formatBytes(requiredBytes)}, ${formatBytes(freeBytes)} are free at ${folder}.`,
    [`Free ${formatBytes(Math.max(missing, 1e6))} or more, then run the same command again.`],
  );
}

export interface ToolSituation {
  missing: readonly CompilerTool[];
  aptGet: boolean;
  root: boolean;
  /** `sudo -n true` succeeds. */
  passwordlessSudo: boolean;
}

/** How to get the compiler: it is there, Debian's packages can be installed right now, or a person has to do it. */
export type ToolPlan =
  { kind: 'ready' } | { kind: 'install'; command: readonly string[] } | { kind: 'ask'; problem: HostProblem };

const debianPackages: readonly string[] = compilerTools;

export function planTools(situation: ToolSituation): ToolPlan {
  if (situation.missing.length === 0) return { kind: 'ready' };
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...debianPackages];
  if (situation.aptGet && situation.root) return { kind: 'install', command: install };
  if (situation.aptGet && situation.passwordlessSudo) return { kind: 'install', command: ['sudo', '-n', ...install] };
  return { kind: 'ask', problem: missingTools(situation) };
}

/** Says which programs are missing and the command that installs them. */
export function missingTools(situation: Pick<ToolSituation, 'missing' | 'aptGet' | 'root'>): HostProblem {
  const names = situation.missing.join(', ');
  const why = `n8n's SQLite driver has to be compiled once, and this machine lacks ${names}.`;
  if (situation.aptGet) {
    const sudo = situation.root ? '' : 'sudo ';
    return new HostProblem(why, [
      'Run this, then the same command again:',
      `  ${sudo}apt-get update && ${sudo}apt-get install -y --no-install-recommends ${debianPackages.join(' ')}`,
    ]);
  }
  return new HostProblem(why, [
    'Install python3, make and a C++ compiler with your system’s package manager, then run the same command again.',
  ]);
}
