import type { Command } from '../cli/command.ts';
import { settingsPage } from '../settings/settings-page.ts';

/** `steward-hub settings`: what can be set, for whoever has no documentation at hand. */
export const settingsCommand: Command = {
  words: ['settings'],
  operands: [],
  summary: 'list every setting: its variable, kind, range and default',
  help: ['Prints the list of settings as Markdown. All of them are variables of the environment.'],
  options: {},
  examples: ['steward-hub settings'],
  async run({ streams }) {
    await streams.write(settingsPage());
    return 0;
  },
};
