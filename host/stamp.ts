import { createHash } from 'node:crypto';

/** What an installation was made for; it is complete only for exactly this. */
export interface InstallationKey {
  lockfile: string;
  nodeMajor: number;
  platform: string;
  arch: string;
}

/** `packages`: npm has placed every package. `complete`: the native parts are built and n8n's modules load. */
export type InstallationStage = 'packages' | 'complete';

export interface Stamp {
  key: string;
  stage: InstallationStage;
}

/** Same inputs, same text; another lockfile, Node major or platform gives another. */
export function installationKey(key: InstallationKey): string {
  const lock = createHash('sha256').update(key.lockfile).digest('hex').slice(0, 16);
  return `${lock}-node${key.nodeMajor}-${key.platform}-${key.arch}`;
}

/** The stamp in a file's text, or null when there is none that can be read. */
export function parseStamp(text: string | null): Stamp | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return null;
    const { key, stage } = value as Record<string, unknown>;
    if (typeof key !== 'string' || (stage !== 'packages' && stage !== 'complete')) return null;
    return { key, stage };
  } catch {
    return null;
  }
}

/** Where an installation has to begin: nothing left to do, only the native parts, or everything again. */
export function remainingWork(stamp: Stamp | null, key: string): 'nothing' | 'native' | 'everything' {
  if (stamp === null || stamp.key !== key) return 'everything';
  return stamp.stage === 'complete' ? 'nothing' : 'native';
}
