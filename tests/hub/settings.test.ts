import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '../../hub/src/settings/settings.ts';

const defaults = { homeFolder: '/home/olive', designerFolder: '/opt/steward/designer' };

test('everything has a default', () => {
  expect(readSettings({}, defaults)).toEqual({
    databaseFile: '/home/olive/.n8n/steward/steward.sqlite',
    designerFolder: '/opt/steward/designer',
    logLevel: 'info',
    maxBodyBytes: 10 * 1024 * 1024,
    sessionCacheMs: 5_000,
    publishWaitMs: 15_000,
    n8nTimeoutMs: 30_000,
    n8nUrl: null,
    n8nPath: '/',
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
