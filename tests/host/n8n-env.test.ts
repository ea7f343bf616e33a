import { describe, expect, it } from 'vitest';
import { n8nEnvironment } from '../../host/n8n-env.ts';

const settings = {
  userFolder: '/checkout/.steward/n8n',
  port: 5700,
  brokerPort: 41000,
  nodeFolder: '/checkout/host/node_modules/node/bin',
  hub: { hooksFile: '/checkout/hub/dist/n8n-hooks.cjs', databaseFile: '/checkout/.steward/hub/hub.sqlite' },
};

describe('the environment of n8n', () => {
  it('is our own folder, whatever the caller has set', () => {
    const env = n8nEnvironment(settings, { HOME: '/home/a', N8N_USER_FOLDER: '/home/a', PATH: '/usr/bin' });
    expect(env).toMatchObject({ N8N_USER_FOLDER: '/checkout/.steward/n8n', HOME: '/home/a' });
    expect(env['PATH']).toBe('/checkout/host/node_modules/node/bin:/usr/bin');
  });

  it.each([
    'DB_TYPE',
    'DB_POSTGRESDB_HOST',
    'EXECUTIONS_MODE',
    'QUEUE_BULL_REDIS_HOST',
    'N8N_ENCRYPTION_KEY',
    'N8N_CUSTOM_EXTENSIONS',
    'WEBHOOK_URL',
    'CREDENTIALS_OVERWRITE_DATA',
    'NODE_OPTIONS',
    'STEWARD_DATABASE_FILE',
    'npm_config_prefix',
  ])('keeps the caller’s %s out', (name) => {
    const env = n8nEnvironment({ ...settings, hub: null }, { [name]: 'theirs' });
    expect(Object.values(env)).not.toContain('theirs');
  });

  it('passes on what is not about n8n', () => {
    const env = n8nEnvironment(settings, { LANG: 'de_DE.UTF-8', HTTPS_PROXY: 'http://proxy.example.com' });
    expect(env).toMatchObject({ LANG: 'de_DE.UTF-8', HTTPS_PROXY: 'http://proxy.example.com' });
  });

  it('listens on loopback only and says its own address to callers of webhooks', () => {
    expect(n8nEnvironment(settings, {})).toMatchObject({
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
      N8N_RUNNERS_BROKER_PORT: '41000',
      N8N_WEBHOOK_URL: 'http://127.0.0.1:5700/',
    });
  });

  it('mounts the hub when there is one', () => {
    expect(n8nEnvironment(settings, {})).toMatchObject({
      EXTERNAL_HOOK_FILES: '/checkout/hub/dist/n8n-hooks.cjs',
      N8N_ADDITIONAL_NON_UI_ROUTES: 'steward',
      STEWARD_DATABASE_FILE: '/checkout/.steward/hub/hub.sqlite',
    });
    expect(n8nEnvironment({ ...settings, hub: null }, {})).not.toHaveProperty('EXTERNAL_HOOK_FILES');
  });
});
