import { didYouMean } from '../cli/did-you-mean.ts';
import { isRead, type Environment } from './settings.ts';
import { allSettings, type Mode } from './settings-table.ts';

/** Variables of Steward's that nothing reads, each with the one that was probably meant. */
export function settingsWarnings(environment: Environment, mode: Mode): string[] {
  const known = new Map(
    allSettings.flatMap((entry) =>
      [entry.name, ...(entry.orFile ? [`${entry.name}_FILE`] : [])].map((name) => [name, entry] as const),
    ),
  );
  return Object.keys(environment)
    .filter((name) => name.startsWith('STEWARD_') && environment[name]?.trim())
    .flatMap((name) => {
      const entry = known.get(name);
      if (entry !== undefined) {
        return isRead(entry, mode) ? [] : [`${name} is for a ${String(entry.only)} hub; it changes nothing here.`];
      }
      const meant = didYouMean(name, [...known.keys()]);
      return [`${name} is no setting of the hub.${meant === null ? '' : ` Did you mean ${meant}?`}`];
    });
}
