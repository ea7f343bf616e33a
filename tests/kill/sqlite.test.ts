import { join } from 'node:path';
import { describe, it } from 'vitest';
import { expectToKeepItsWord, killCount, killFolder } from './killed-hub.ts';

describe('a hub on SQLite', () => {
  it(`keeps every acknowledged record once, in a chain that verifies, killed ${killCount} times under load`, async () => {
    await expectToKeepItsWord({
      folder: killFolder(),
      settings: (folder) => ({ STEWARD_DATABASE_FILE: join(folder, 'steward.sqlite') }),
      database: (folder) => join(folder, 'steward.sqlite'),
    });
  });
});
