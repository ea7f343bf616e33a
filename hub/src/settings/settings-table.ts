import { defaultRateLimits } from '../http/rate-limiter.ts';
import { logLevels } from '../hub.ports.ts';
import {
  absolutePath,
  choiceOf,
  emailAddresses,
  hostName,
  httpAddress,
  keyText,
  numberOf,
  plainText,
  scopeText,
  postgresAddress,
  proxyAddresses,
  secretText,
  wholeNumber,
  type Form,
} from './forms.ts';

/** How a hub runs: inside n8n, or as a process of its own. */
export type Mode = 'mounted' | 'standalone';

export interface Setting<T> {
  /** The environment's variable. */
  name: string;
  form: Form<T>;
  /** What holds when the variable is not set, in the hub's unit. */
  fallback: T | null;
  /** What holds then, for people. */
  fallbackText: string;
  /** A hub that runs otherwise does not look at it. @default both */
  only?: Mode;
  /** `<name>_FILE` may name a file that holds it. */
  orFile?: true;
  about: string;
}

function setting<T, F extends T | null>(
  name: string,
  form: Form<T>,
  fallback: F,
  fallbackText: string,
  about: string,
  more: Pick<Setting<T>, 'only' | 'orFile'> = {},
): Setting<T> & { fallback: F } {
  return { name, form, fallback, fallbackText, about, ...more };
}

const seconds = (minimum: number, maximum: number) => numberOf({ unit: 'seconds', minimum, maximum, times: 1000 });
const perMinute = wholeNumber({ unit: 'requests per minute', minimum: 0, maximum: 10_000_000 });
const megabyte = 1024 * 1024;
const hourMs = 60 * 60 * 1000;
const alone = { only: 'standalone' } as const;

/** Every setting of the hub: what it is called, what it may be, and what it is for. */
export const settingsTable = {
  databaseFile: setting(
    'STEWARD_DATABASE_FILE',
    absolutePath,
    null,
    '`.n8n/steward/steward.sqlite` in n8n’s user folder; standalone `.steward/steward.sqlite` in the home folder',
    'The SQLite database. Not together with `STEWARD_DATABASE_URL`.',
  ),
  databaseUrl: setting(
    'STEWARD_DATABASE_URL',
    postgresAddress,
    null,
    'none: SQLite',
    'The PostgreSQL database, for more than one hub. Needs a master key.',
    { orFile: true },
  ),
  databaseConnections: setting(
    'STEWARD_DATABASE_CONNECTIONS',
    wholeNumber({ unit: 'connections', minimum: 2, maximum: 200 }),
    10,
    '10',
    'The most connections to PostgreSQL at one time.',
  ),
  masterKey: setting(
    'STEWARD_MASTER_KEY',
    keyText,
    null,
    'with SQLite the file `master.key` beside the database, made at the first start',
    'Opens all other keys. Without it no personal input can be read and nothing can be signed: keep it apart from the backups.',
  ),
  masterKeyFile: setting(
    'STEWARD_MASTER_KEY_FILE',
    absolutePath,
    null,
    'see `STEWARD_MASTER_KEY`',
    'A file with the master key, in place of `STEWARD_MASTER_KEY`.',
  ),
  previousMasterKey: setting(
    'STEWARD_PREVIOUS_MASTER_KEY',
    keyText,
    null,
    'none',
    'While the master key is being changed: the one before.',
  ),
  previousMasterKeyFile: setting(
    'STEWARD_PREVIOUS_MASTER_KEY_FILE',
    absolutePath,
    null,
    'none',
    'A file with the master key before, in place of `STEWARD_PREVIOUS_MASTER_KEY`.',
  ),
  checkpointMs: setting(
    'STEWARD_CHECKPOINT_SECONDS',
    seconds(1, 86_400),
    60_000,
    '60',
    'How long new entries of the ledger wait for a signed checkpoint at most; every 1,000 entries make one sooner.',
  ),
  designerFolder: setting(
    'STEWARD_DESIGNER_FOLDER',
    absolutePath,
    null,
    'the one that is installed with the hub',
    'The built designer.',
  ),
  logLevel: setting('STEWARD_LOG_LEVEL', choiceOf(logLevels), 'info', '`info`', 'How much is logged.'),
  maxBodyBytes: setting(
    'STEWARD_MAX_BODY_MEGABYTES',
    numberOf({ unit: 'megabytes', minimum: 1, maximum: 100, times: megabyte }),
    10 * megabyte,
    '10',
    'The largest body that is taken.',
  ),
  readsPerMinute: setting(
    'STEWARD_READS_PER_MINUTE',
    perMinute,
    defaultRateLimits.read,
    String(defaultRateLimits.read),
    'Reading requests of one caller. 0: no limit.',
  ),
  writesPerMinute: setting(
    'STEWARD_WRITES_PER_MINUTE',
    perMinute,
    defaultRateLimits.write,
    String(defaultRateLimits.write),
    'Requests of one caller that change something. 0: no limit.',
  ),
  appendsPerMinute: setting(
    'STEWARD_APPENDS_PER_MINUTE',
    perMinute,
    defaultRateLimits.append,
    String(defaultRateLimits.append),
    'Calls of one caller that append to the ledger, with up to 1,000 records each. 0: no limit.',
  ),
  signInsPerMinute: setting(
    'STEWARD_SIGN_INS_PER_MINUTE',
    perMinute,
    defaultRateLimits['sign-in'],
    String(defaultRateLimits['sign-in']),
    'Attempts to sign in from one address. 0: no limit.',
    alone,
  ),
  unknownPerMinute: setting(
    'STEWARD_UNKNOWN_PER_MINUTE',
    perMinute,
    defaultRateLimits.unknown,
    String(defaultRateLimits.unknown),
    'Requests from one address of callers whom the hub does not know. 0: no limit.',
  ),
  stopTimeoutMs: setting(
    'STEWARD_STOP_TIMEOUT_SECONDS',
    seconds(1, 600),
    30_000,
    '30',
    'How long a hub that was told to stop may take to finish what it has begun.',
  ),
  publishWaitMs: setting(
    'STEWARD_PUBLISH_WAIT_SECONDS',
    seconds(1, 120),
    15_000,
    '15',
    'How long n8n may take to start a published workflow.',
  ),
  n8nUrl: setting(
    'STEWARD_N8N_URL',
    httpAddress,
    null,
    'mounted: the n8n that the hub stands in; standalone: none',
    'Where n8n answers.',
  ),
  n8nTimeoutMs: setting(
    'STEWARD_N8N_TIMEOUT_SECONDS',
    seconds(1, 300),
    30_000,
    '30',
    'How long one answer of n8n may take.',
  ),
  sessionCacheMs: setting(
    'STEWARD_SESSION_CACHE_SECONDS',
    seconds(0, 60),
    5_000,
    '5',
    'How long n8n’s answer to “who is this” holds.',
    { only: 'mounted' },
  ),
  n8nApiKey: setting(
    'STEWARD_N8N_API_KEY',
    secretText,
    null,
    'none: a standalone hub cannot publish',
    'An API key of n8n, by which a standalone hub publishes. n8n’s history then names its owner.',
    { ...alone, orFile: true },
  ),
  n8nWebhookUrl: setting(
    'STEWARD_N8N_WEBHOOK_URL',
    httpAddress,
    null,
    '`/webhook` below `STEWARD_N8N_URL`',
    'Where n8n’s production webhooks answer, for the addresses that the designer shows.',
    alone,
  ),
  listenHost: setting(
    'STEWARD_LISTEN_HOST',
    hostName,
    '127.0.0.1',
    '`127.0.0.1`: this machine alone',
    'The address that the hub listens at. It speaks HTTP: put a proxy with TLS before it when it is to be reached from elsewhere.',
    alone,
  ),
  listenPort: setting(
    'STEWARD_LISTEN_PORT',
    wholeNumber({ unit: 'port', minimum: 0, maximum: 65_535 }),
    5_680,
    '5680',
    'The port that the hub listens at. 0: any that is free.',
    alone,
  ),
  publicUrl: setting(
    'STEWARD_PUBLIC_URL',
    httpAddress,
    null,
    '`http://<host>:<port>`',
    'Where browsers find the hub, without `/steward`. Needed for signing in; `https` unless it is this machine.',
    alone,
  ),
  trustedProxies: setting(
    'STEWARD_TRUSTED_PROXIES',
    proxyAddresses,
    null,
    'none',
    'Proxies whose `X-Forwarded-For` is believed, for limits by address. Of others it is not read.',
    alone,
  ),
  oidcIssuerUrl: setting(
    'STEWARD_OIDC_ISSUER_URL',
    httpAddress,
    null,
    'none: the hub serves machines alone',
    'The OpenID provider that people sign in with.',
    alone,
  ),
  oidcClientId: setting('STEWARD_OIDC_CLIENT_ID', plainText, null, 'none', 'The hub’s name at the provider.', alone),
  oidcClientSecret: setting(
    'STEWARD_OIDC_CLIENT_SECRET',
    secretText,
    null,
    'none: a public client, PKCE alone',
    'The hub’s secret at the provider.',
    { ...alone, orFile: true },
  ),
  oidcRolesClaim: setting(
    'STEWARD_OIDC_ROLES_CLAIM',
    plainText,
    null,
    'none: roles are granted in the hub',
    'The claim, in the provider’s token or at its userinfo, that names Steward’s roles; with dots a path, such as `realm_access.roles`.',
    alone,
  ),
  oidcScope: setting(
    'STEWARD_OIDC_SCOPE',
    scopeText,
    'openid profile email',
    '`openid profile email`',
    'What is asked of the provider, parted by blanks; some give groups only when asked for `groups`.',
    alone,
  ),
  administrators: setting(
    'STEWARD_ADMINISTRATORS',
    emailAddresses,
    null,
    'none',
    'People who are administrators by this setting, so that somebody can grant roles to the others; by an address that the provider has verified.',
    alone,
  ),
  sessionMs: setting(
    'STEWARD_SESSION_HOURS',
    numberOf({ unit: 'hours', minimum: 0.25, maximum: 720, times: hourMs }),
    12 * hourMs,
    '12',
    'How long a sign-in holds.',
    alone,
  ),
} as const;

type Table = typeof settingsTable;

/** The value of every setting, in the hub's unit; null where nothing is set and nothing holds instead. */
export type SettingValues = {
  [Key in keyof Table]: Table[Key] extends { form: Form<infer T>; fallback: infer F }
    ? null extends F
      ? T | null
      : T
    : never;
};

export const allSettings: readonly Setting<unknown>[] = Object.values(settingsTable) as readonly Setting<unknown>[];
