import type { Command } from '../cli/command.ts';
import { apiKeyCreateCommand, apiKeyListCommand, apiKeyRevokeCommand } from './api-keys.command.ts';
import { keysListCommand, keysRotateCommand } from './keys.command.ts';

/** What administrators do with a store, beside the hub that serves it. */
export const operateCommands: readonly Command[] = [
  apiKeyCreateCommand,
  apiKeyListCommand,
  apiKeyRevokeCommand,
  keysListCommand,
  keysRotateCommand,
];
