import type { Program } from '../cli/command.ts';
import { operateCommands } from '../operate/commands.ts';
import { serveCommand } from './serve.command.ts';
import { settingsCommand } from './settings.command.ts';

/** The program of those who run a hub. */
export const stewardHub: Program = {
  name: 'steward-hub',
  about: 'The Steward hub: journeys, their publication, and the decision ledger.',
  commands: [serveCommand, settingsCommand, ...operateCommands],
  otherwise: serveCommand,
};
