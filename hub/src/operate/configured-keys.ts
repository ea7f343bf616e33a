import { existsSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../cli/command.ts';
import type { KeyRing } from '../secrets/key-ring.ts';
import { readMasterKey, type MasterKey } from '../secrets/master-key.ts';
import type { Environment } from '../settings/settings.ts';
import type { StoreLocation } from './store-location.ts';

/** The master keys that the settings give for a store; a SQLite store without any makes its own, as the hub does. */
export function configuredKeys(location: StoreLocation, environment: Environment): KeyRing {
  try {
    const keptIn = location.kind === 'sqlite' ? keyBeside(location.file) : null;
    return {
      current: readMasterKey({ ...named(environment, 'STEWARD_MASTER_KEY'), keptIn }),
      previous: previous(environment),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The same where a key is at hand; null otherwise. Nothing is made. */
export function availableKeys(location: StoreLocation, environment: Environment): KeyRing | null {
  const { text, file } = named(environment, 'STEWARD_MASTER_KEY');
  const isKept = location.kind === 'sqlite' && existsSync(keyBeside(location.file));
  return text !== null || file !== null || isKept ? configuredKeys(location, environment) : null;
}

/** Where a SQLite store keeps the master key that it made itself. */
export function keyBeside(file: string): string {
  return path.join(path.dirname(file), 'master.key');
}

function previous(environment: Environment): MasterKey | null {
  const source = named(environment, 'STEWARD_PREVIOUS_MASTER_KEY');
  return source.text === null && source.file === null ? null : readMasterKey(source);
}

function named(environment: Environment, name: string): { text: string | null; file: string | null } {
  return { text: environment[name]?.trim() || null, file: environment[`${name}_FILE`]?.trim() || null };
}
