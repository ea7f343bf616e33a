import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The Node that the host brings with it, and its headers, which native parts are compiled against. */
export interface NodeRuntime {
  /** The folder to put first on the PATH. */
  folder: string;
  program: string;
  /** What node-gyp calls `nodedir`: the folder that holds `include/node`. */
  headers: string;
}

/**
 * The Node inside an installed host, or null when it is not there yet. The npm package `node` fetches a package named
 * after the platform, which carries the program and the headers, so nothing has to come from nodejs.org.
 */
export function findNodeRuntime(host: string): NodeRuntime | null {
  const folder = join(host, 'node_modules', 'node', 'bin');
  const program = join(folder, 'node');
  const inside = join(host, 'node_modules', 'node', 'node_modules');
  for (const parent of [inside, join(host, 'node_modules')]) {
    if (!existsSync(parent)) continue;
    for (const name of readdirSync(parent).filter((entry) => /^node-(bin-)?(linux|darwin)-/.test(entry))) {
      const headers = join(parent, name);
      if (existsSync(join(headers, 'include', 'node', 'node_api.h')) && existsSync(program))
        return { folder, program, headers };
    }
  }
  return null;
}

/** The version that a Node program gives, such as `v24.21.0`, or null when it does not run. */
export function nodeVersion(program: string): string | null {
  try {
    return execFileSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000 }).trim();
  } catch {
    return null;
  }
}
