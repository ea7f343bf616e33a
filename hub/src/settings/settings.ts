import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RateLimits } from '../http/rate-limiter.ts';
import { checkTogether } from './check-together.ts';
import { absolutePath } from './forms.ts';
import { settingsTable, type Mode, type Setting, type SettingValues } from './settings-table.ts';

export interface Settings extends Omit<SettingValues, 'designerFolder' | 'databaseFile'> {
  mode: Mode;
  /** Null with PostgreSQL. */
  databaseFile: string | null;
  designerFolder: string;
  rateLimits: RateLimits;
  /** Where the browser finds n8n, with slashes at both ends. */
  n8nPath: string;
}

export interface SettingsDefaults {
  homeFolder: string;
  designerFolder: string;
  /** @default 'mounted' */
  mode?: Mode;
  /** Reads the file of a secret. */
  readFile?(file: string): string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment, and says everything that is wrong with them at once.
 * @throws Error listing each bad variable, its value's fault and what is expected; never the value of a secret
 */
export function readSettings(environment: Environment, defaults: SettingsDefaults): Settings {
  const { mode = 'mounted' } = defaults;
  const faults: string[] = [];
  const values = Object.fromEntries(
    Object.entries(settingsTable as Record<string, Setting<unknown>>).map(([key, entry]) => [
      key,
      isRead(entry, mode) ? readOne(entry, environment, faults, defaults) : entry.fallback,
    ]),
  ) as unknown as SettingValues;
  faults.push(...checkTogether(values));
  if (faults.length > 0) throw new Error(`Steward cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);

  return {
    ...values,
    mode,
    databaseFile: values.databaseUrl === null ? (values.databaseFile ?? defaultFile(environment, defaults)) : null,
    designerFolder: values.designerFolder ?? defaults.designerFolder,
    rateLimits: {
      read: values.readsPerMinute,
      write: values.writesPerMinute,
      append: values.appendsPerMinute,
      'sign-in': values.signInsPerMinute,
      unknown: values.unknownPerMinute,
    },
    n8nPath: `/${(textOf(environment, 'N8N_PATH') ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
  };
}

export function isRead({ only }: Pick<Setting<unknown>, 'only'>, mode: Mode): boolean {
  return only === undefined || only === mode;
}

function defaultFile(environment: Environment, { homeFolder, mode }: SettingsDefaults): string {
  if (mode === 'standalone') return path.join(homeFolder, '.steward', 'steward.sqlite');
  return path.join(textOf(environment, 'N8N_USER_FOLDER') ?? homeFolder, '.n8n', 'steward', 'steward.sqlite');
}

/** An empty variable counts as not set. */
function textOf(environment: Environment, name: string): string | undefined {
  return environment[name]?.trim() || undefined;
}

function readOne<T>(
  entry: Setting<T>,
  environment: Environment,
  faults: string[],
  defaults: SettingsDefaults,
): T | null {
  const { name, form } = entry;
  const inline = textOf(environment, name);
  const file = entry.orFile ? textOf(environment, `${name}_FILE`) : undefined;
  if (inline !== undefined && file !== undefined) {
    faults.push(`${name} and ${name}_FILE are both set; expected one of them.`);
    return null;
  }
  const text = file === undefined ? inline : readSecretFile(`${name}_FILE`, file, faults, defaults);
  if (text === undefined) return entry.fallback;
  const value = form.parse(text);
  if (value !== null) return value;
  const where = file === undefined ? name : `${name}_FILE`;
  faults.push(`${where} ${form.isSecret ? 'has the wrong form' : `is "${text}"`}; expected ${form.expected}.`);
  return null;
}

function readSecretFile(
  name: string,
  file: string,
  faults: string[],
  { readFile = (place) => readFileSync(place, 'utf8') }: SettingsDefaults,
): string | undefined {
  const place = absolutePath.parse(file);
  if (place === null) {
    faults.push(`${name} is "${file}"; expected ${absolutePath.expected}.`);
    return undefined;
  }
  try {
    const text = readFile(place).trim();
    if (text === '') faults.push(`${name} names a file that is empty.`);
    return text || undefined;
  } catch (error) {
    faults.push(
      `${name} names a file that cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown fault'}.`,
    );
    return undefined;
  }
}
