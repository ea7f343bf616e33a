import type { CommandOption } from '../cli/command.ts';
import type { Environment } from '../settings/settings.ts';
import { configuredLocation, parseLocation, type StoreLocation } from './store-location.ts';

/** The option of commands that work on a store. */
export const databaseOption: CommandOption = {
  type: 'string',
  help: 'the store: a SQLite file, or postgres://… (default: that of the settings, STEWARD_DATABASE_URL or STEWARD_DATABASE_FILE)',
};

/** The store that the option names, or that of the settings. */
export function chosenLocation(
  options: Record<string, string | boolean | undefined>,
  environment: Environment,
): StoreLocation {
  const given = options['database'];
  return typeof given === 'string' ? parseLocation(given) : configuredLocation(environment);
}
