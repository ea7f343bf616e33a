import type { Command } from '../cli/command.ts';
import { apiKeyCreateCommand, apiKeyListCommand, apiKeyRevokeCommand } from './api-keys.command.ts';
import { backupCommand } from './backup.command.ts';
import { keysListCommand, keysRotateCommand } from './keys.command.ts';
import { moveCommand } from './move.command.ts';
import { peopleGrantCommand, peopleListCommand } from './people.command.ts';
import { restoreCommand } from './restore.command.ts';
import { signingKeyRenewCommand } from './signing-key.command.ts';

/** What administrators do with a store, beside the hub that serves it. */
export const operateCommands: readonly Command[] = [
  backupCommand,
  restoreCommand,
  moveCommand,
  apiKeyCreateCommand,
  apiKeyListCommand,
  apiKeyRevokeCommand,
  keysListCommand,
  keysRotateCommand,
  signingKeyRenewCommand,
  peopleListCommand,
  peopleGrantCommand,
];
