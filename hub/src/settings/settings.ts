import path from 'node:path';
import { logLevels, type LogLevel } from '../hub.ports.ts';

export interface Settings {
  databaseFile: string;
  designerFolder: string;
  logLevel: LogLevel;
  maxBodyBytes: number;
  sessionCacheMs: number;
  publishWaitMs: number;
  n8nTimeoutMs: number;
  /** Where n8n answers, when it is not the server that the hub is mounted in. */
  n8nUrl: string | null;
  /** Where the browser finds n8n, with slashes at both ends. */
  n8nPath: string;
}

export interface SettingsDefaults {
  homeFolder: string;
  designerFolder: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads every setting from the environment, and says everything that is wrong with them at once.
 * @throws Error listing each bad variable, its value's fault and what is expected
 */
export function readSettings(environment: Environment, defaults: SettingsDefaults): Settings {
  const faults: string[] = [];
  const read = reader(environment, faults);
  const n8nFolder = path.join(read.text('N8N_USER_FOLDER') ?? defaults.homeFolder, '.n8n');

  const settings: Settings = {
    databaseFile: read.path('STEWARD_DATABASE_FILE') ?? path.join(n8nFolder, 'steward', 'steward.sqlite'),
    designerFolder: read.path('STEWARD_DESIGNER_FOLDER') ?? defaults.designerFolder,
    logLevel: read.oneOf('STEWARD_LOG_LEVEL', logLevels) ?? 'info',
    maxBodyBytes: Math.round((read.number('STEWARD_MAX_BODY_MEGABYTES', 1, 100) ?? 10) * 1024 * 1024),
    sessionCacheMs: (read.number('STEWARD_SESSION_CACHE_SECONDS', 0, 60) ?? 5) * 1000,
    publishWaitMs: (read.number('STEWARD_PUBLISH_WAIT_SECONDS', 1, 120) ?? 15) * 1000,
    n8nTimeoutMs: (read.number('STEWARD_N8N_TIMEOUT_SECONDS', 1, 300) ?? 30) * 1000,
    n8nUrl: read.url('STEWARD_N8N_URL'),
    n8nPath: `/${(read.text('N8N_PATH') ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
  };
  if (faults.length > 0) throw new Error(`Steward cannot start:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  return settings;
}

/** Reads one variable each; an empty one counts as not set. */
function reader(environment: Environment, faults: string[]) {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const parsed = <T>(name: string, parse: (value: string) => T | null, expected: string): T | null => {
    const value = text(name);
    if (value === undefined) return null;
    const result = parse(value);
    if (result === null) faults.push(`${name} is "${value}"; expected ${expected}.`);
    return result;
  };
  return {
    text,
    path: (name: string) =>
      parsed(name, (value) => (path.isAbsolute(value) ? path.normalize(value) : null), 'an absolute path'),
    number: (name: string, minimum: number, maximum: number) =>
      parsed(name, (value) => inRange(Number(value), minimum, maximum), `a number from ${minimum} to ${maximum}`),
    oneOf: <T extends string>(name: string, values: readonly T[]) =>
      parsed(name, (value) => values.find((known) => known === value) ?? null, `one of ${values.join(', ')}`),
    url: (name: string) =>
      parsed(name, (value) => (/^https?:$/.test(protocolOf(value)) ? value : null), 'an http or https address'),
  };
}

function inRange(value: number, minimum: number, maximum: number): number | null {
  return Number.isFinite(value) && value >= minimum && value <= maximum ? value : null;
}

function protocolOf(value: string): string {
  return URL.canParse(value) ? new URL(value).protocol : '';
}
