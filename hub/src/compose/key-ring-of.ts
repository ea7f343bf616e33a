import path from 'node:path';
import type { KeyRing } from '../secrets/key-ring.ts';
import { readMasterKey } from '../secrets/master-key.ts';
import type { Settings } from '../settings/settings.ts';

/**
 * The master keys that the settings give. A SQLite store without any keeps one beside itself, made at the first start.
 * @throws Error for the administrator
 */
export function keyRingOf(settings: Settings): KeyRing {
  const { databaseFile, masterKey, masterKeyFile, previousMasterKey, previousMasterKeyFile } = settings;
  const keptIn = databaseFile === null ? null : path.join(path.dirname(databaseFile), 'master.key');
  return {
    current: readMasterKey({ text: masterKey, file: masterKeyFile, keptIn }),
    previous:
      previousMasterKey === null && previousMasterKeyFile === null
        ? null
        : readMasterKey({ text: previousMasterKey, file: previousMasterKeyFile }),
  };
}
