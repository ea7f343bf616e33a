import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { forgetSecrets } from '../../hub/src/settings/forget-secrets.ts';
import { settingsPage } from '../../hub/src/settings/settings-page.ts';
import { allSettings } from '../../hub/src/settings/settings-table.ts';
import { settingsWarnings } from '../../hub/src/settings/settings-warnings.ts';
import { readSettings } from '../../hub/src/settings/settings.ts';

const defaults = { homeFolder: '/home/olive', designerFolder: '/opt/steward/designer' };

test('everything has a default', () => {
  expect(readSettings({}, defaults)).toEqual({
    mode: 'mounted',
    databaseFile: '/home/olive/.n8n/steward/steward.sqlite',
    databaseUrl: null,
    databaseConnections: 10,
    masterKey: null,
    masterKeyFile: null,
    previousMasterKey: null,
    previousMasterKeyFile: null,
    checkpointMs: 60_000,
    designerFolder: '/opt/steward/designer',
    logLevel: 'info',
    maxBodyBytes: 10 * 1024 * 1024,
    readsPerMinute: 1_200,
    writesPerMinute: 600,
    appendsPerMinute: 30_000,
    signInsPerMinute: 20,
    unknownPerMinute: 600,
    rateLimits: { read: 1_200, write: 600, append: 30_000, 'sign-in': 20, unknown: 600 },
    stopTimeoutMs: 30_000,
    sessionCacheMs: 5_000,
    publishWaitMs: 15_000,
    n8nTimeoutMs: 30_000,
    n8nUrl: null,
    n8nApiKey: null,
    n8nWebhookUrl: null,
    n8nPath: '/',
    listenHost: '127.0.0.1',
    listenPort: 5_680,
    publicUrl: null,
    trustedProxies: null,
    oidcIssuerUrl: null,
    oidcClientId: null,
    oidcClientSecret: null,
    oidcRolesClaim: null,
    oidcScope: 'openid profile email',
    administrators: null,
    sessionMs: 12 * 60 * 60 * 1000,
  });
});

test('the database stands in n8n’s own folder', () => {
  const { databaseFile } = readSettings({ N8N_USER_FOLDER: '/data' }, defaults);
  expect(databaseFile).toBe(path.join('/data', '.n8n', 'steward', 'steward.sqlite'));
});

test.each([
  [{ STEWARD_DATABASE_FILE: '/srv/hub.sqlite' }, { databaseFile: '/srv/hub.sqlite' }],
  [{ STEWARD_DESIGNER_FOLDER: '/srv/designer' }, { designerFolder: '/srv/designer' }],
  [{ STEWARD_LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
  [{ STEWARD_MAX_BODY_MEGABYTES: '2.5' }, { maxBodyBytes: 2.5 * 1024 * 1024 }],
  [{ STEWARD_MAX_BODY_MEGABYTES: '1.1' }, { maxBodyBytes: 1_153_434 }],
  [{ STEWARD_SESSION_CACHE_SECONDS: '0' }, { sessionCacheMs: 0 }],
  [{ STEWARD_PUBLISH_WAIT_SECONDS: '60' }, { publishWaitMs: 60_000 }],
  [{ STEWARD_N8N_TIMEOUT_SECONDS: ' 5 ' }, { n8nTimeoutMs: 5_000 }],
  [{ STEWARD_N8N_URL: 'http://n8n:5678' }, { n8nUrl: 'http://n8n:5678' }],
  [{ STEWARD_LOG_LEVEL: '' }, { logLevel: 'info' }],
  [{ N8N_PATH: '/n8n/' }, { n8nPath: '/n8n/' }],
  [{ N8N_PATH: 'tools/n8n' }, { n8nPath: '/tools/n8n/' }],
])('reads %j', (environment, expected) => {
  expect(readSettings(environment, defaults)).toMatchObject(expected);
});

test.each([
  [{ STEWARD_DATABASE_FILE: 'hub.sqlite' }, 'STEWARD_DATABASE_FILE is "hub.sqlite"; expected an absolute path.'],
  [{ STEWARD_LOG_LEVEL: 'loud' }, 'STEWARD_LOG_LEVEL is "loud"; expected one of silent, error, warn, info, debug.'],
  [{ STEWARD_MAX_BODY_MEGABYTES: '0' }, 'STEWARD_MAX_BODY_MEGABYTES is "0"; expected a number from 1 to 100.'],
  [{ STEWARD_SESSION_CACHE_SECONDS: '1h' }, 'STEWARD_SESSION_CACHE_SECONDS is "1h"; expected a number from 0 to 60.'],
  [{ STEWARD_N8N_URL: 'n8n:5678' }, 'STEWARD_N8N_URL is "n8n:5678"; expected an http or https address.'],
])('refuses %j with words for the administrator', (environment, message) => {
  expect(() => readSettings(environment, defaults)).toThrow(message);
});

test('names every fault at once', () => {
  const environment = { STEWARD_LOG_LEVEL: 'loud', STEWARD_PUBLISH_WAIT_SECONDS: '-1' };
  expect(() => readSettings(environment, defaults)).toThrow(/STEWARD_LOG_LEVEL.*\n.*STEWARD_PUBLISH_WAIT_SECONDS/);
});

const standalone = { ...defaults, mode: 'standalone' } as const;
const provider = { STEWARD_OIDC_ISSUER_URL: 'https://id.example.com', STEWARD_OIDC_CLIENT_ID: 'steward' };
const key = 'A'.repeat(43) + '=';

test('a standalone hub keeps its database in the home folder', () => {
  expect(readSettings({}, standalone).databaseFile).toBe('/home/olive/.steward/steward.sqlite');
});

test('PostgreSQL takes the place of the file', () => {
  const environment = { STEWARD_DATABASE_URL: 'postgres://steward:pw@db:5432/steward', STEWARD_MASTER_KEY: key };
  expect(readSettings(environment, standalone)).toMatchObject({
    databaseUrl: 'postgres://steward:pw@db:5432/steward',
    databaseFile: null,
  });
});

test('a mounted hub does not look at settings of a standalone one', () => {
  expect(readSettings({ STEWARD_LISTEN_PORT: 'wrong' }, defaults).listenPort).toBe(5_680);
  expect(() => readSettings({ STEWARD_LISTEN_PORT: 'wrong' }, standalone)).toThrow('STEWARD_LISTEN_PORT');
});

test.each(['profile email', 'openid  email', 'openid,email', 'openid "email"'])('asks no provider for %j', (scope) => {
  expect(() => readSettings({ STEWARD_OIDC_SCOPE: scope }, standalone)).toThrow('openid among them');
});

test.each([
  [{ STEWARD_LISTEN_PORT: '80.5' }, 'STEWARD_LISTEN_PORT is "80.5"; expected a whole number from 0 to 65535.'],
  [{ STEWARD_ADMINISTRATORS: 'olive' }, 'STEWARD_ADMINISTRATORS is "olive"; expected e-mail addresses'],
  [{ STEWARD_TRUSTED_PROXIES: 'everybody' }, 'STEWARD_TRUSTED_PROXIES is "everybody"; expected addresses'],
  [
    {
      STEWARD_DATABASE_URL: 'postgres://db/steward',
      STEWARD_DATABASE_FILE: '/srv/hub.sqlite',
      STEWARD_MASTER_KEY: key,
    },
    'STEWARD_DATABASE_URL and STEWARD_DATABASE_FILE are both set',
  ],
  [{ STEWARD_DATABASE_URL: 'postgres://db/steward' }, 'STEWARD_DATABASE_URL needs a master key'],
  [{ STEWARD_MASTER_KEY: key, STEWARD_MASTER_KEY_FILE: '/srv/key' }, 'STEWARD_MASTER_KEY_FILE are both set'],
  [{ STEWARD_N8N_API_KEY: 'secret-key' }, 'STEWARD_N8N_API_KEY is set, but not STEWARD_N8N_URL'],
  [provider, 'Signing in through OpenID also needs STEWARD_PUBLIC_URL.'],
  [
    { ...provider, STEWARD_PUBLIC_URL: 'http://hub.example.com' },
    'STEWARD_PUBLIC_URL is "http://hub.example.com"; expected https',
  ],
  [
    { STEWARD_OIDC_CLIENT_SECRET: 'a', STEWARD_OIDC_CLIENT_SECRET_FILE: '/srv/a' },
    'STEWARD_OIDC_CLIENT_SECRET_FILE are both set',
  ],
])('standalone: refuses %j', (environment, message) => {
  expect(() => readSettings(environment, standalone)).toThrow(message);
});

test('people may sign in over plain http on this very machine', () => {
  const environment = {
    ...provider,
    STEWARD_PUBLIC_URL: 'http://127.0.0.1:5680/',
    STEWARD_OIDC_ISSUER_URL: 'http://localhost:1',
  };
  expect(readSettings(environment, standalone)).toMatchObject({ publicUrl: 'http://127.0.0.1:5680' });
});

test('a secret may stand in a file', () => {
  const readFile = (file: string) => (file === '/run/secrets/oidc' ? 'from-the-file\n' : '');
  const environment = { STEWARD_OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc' };
  expect(readSettings(environment, { ...standalone, readFile }).oidcClientSecret).toBe('from-the-file');
  const empty = { STEWARD_OIDC_CLIENT_SECRET_FILE: '/run/secrets/none' };
  expect(() => readSettings(empty, { ...standalone, readFile })).toThrow('names a file that is empty');
  const missing = { STEWARD_OIDC_CLIENT_SECRET_FILE: '/nowhere/at/all' };
  expect(() => readSettings(missing, standalone)).toThrow('names a file that cannot be read: ENOENT.');
});

test('the value of a secret stands in no message', () => {
  const wrong = 'planted\u0007secret';
  const secrets = allSettings.filter(({ form }) => form.isSecret);
  expect(secrets.length).toBeGreaterThan(4);
  const environment = Object.fromEntries(secrets.map(({ name }) => [name, wrong]));
  expect(() => readSettings(environment, standalone)).toThrow(
    /^(?!.*planted)[^]*STEWARD_MASTER_KEY has the wrong form/,
  );
});

test.each([
  [
    { STEWARD_LOG_LEVLE: 'info' },
    'mounted',
    ['STEWARD_LOG_LEVLE is no setting of the hub. Did you mean STEWARD_LOG_LEVEL?'],
  ],
  [{ STEWARD_BANANA: '1' }, 'mounted', ['STEWARD_BANANA is no setting of the hub.']],
  [{ STEWARD_LISTEN_PORT: '80' }, 'mounted', ['STEWARD_LISTEN_PORT is for a standalone hub; it changes nothing here.']],
  [
    { STEWARD_SESSION_CACHE_SECONDS: '1' },
    'standalone',
    ['STEWARD_SESSION_CACHE_SECONDS is for a mounted hub; it changes nothing here.'],
  ],
  [{ STEWARD_LISTEN_PORT: '80', STEWARD_N8N_API_KEY_FILE: '/a', STEWARD_EMPTY: '', PATH: '/bin' }, 'standalone', []],
] as const)('warns of %j', (environment, mode, warnings) => {
  expect(settingsWarnings(environment, mode)).toEqual(warnings);
});

test('every name says its unit, and every setting says what it is for', () => {
  for (const { name, form, about, fallbackText } of allSettings) {
    const unit = /^(seconds|hours|megabytes|requests per minute|port|connections)/.exec(form.kind)?.[1];
    const ending = { seconds: 'SECONDS', hours: 'HOURS', megabytes: 'MEGABYTES', 'requests per minute': 'PER_MINUTE' };
    if (unit !== undefined && unit in ending) expect(name).toMatch(new RegExp(`_${ending[unit as 'seconds']}$`));
    expect(about).toMatch(/^[A-Z].*\.$/);
    expect(fallbackText).not.toBe('');
  }
});

test('docs/settings.md is the list in the code', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/settings.md'), 'utf8');
  // What formats the page may wrap its text and widen its tables.
  const plain = (text: string) =>
    text.replaceAll(/-{3,}/g, '---').replaceAll(/\s+/g, ' ').replaceAll(/[_*]/g, '_').trim();
  expect(plain(page)).toBe(plain(settingsPage()));
});

test('secrets are taken out of the environment, and nothing else', () => {
  const others = { STEWARD_LOG_LEVEL: 'debug', STEWARD_MASTER_KEY_FILE: '/etc/steward/master.key', PATH: '/bin' };
  const environment: Record<string, string | undefined> = {
    ...others,
    STEWARD_MASTER_KEY: 'k',
    STEWARD_PREVIOUS_MASTER_KEY: 'k',
    STEWARD_DATABASE_URL: 'postgres://u:p@h/d',
    STEWARD_OIDC_CLIENT_SECRET: 's',
    STEWARD_N8N_API_KEY: 'a',
  };
  forgetSecrets(environment);
  expect(environment).toEqual(others);
});
