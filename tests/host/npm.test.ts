import { describe, expect, it } from 'vitest';
import { npmEnvironment } from '../../host/npm.ts';

describe('an npm inside of npm', () => {
  it('does not take the outer package for its own', () => {
    const env = npmEnvironment(
      {
        npm_config_local_prefix: '/checkout',
        npm_config_prefix: '/checkout',
        npm_package_json: '/checkout/package.json',
        npm_lifecycle_event: 'start',
        PATH: '/usr/bin',
      },
      '/node/bin',
    );
    expect(Object.keys(env).sort()).toEqual(['PATH', 'npm_config_update_notifier', 'npm_config_yes']);
    expect(env['PATH']).toBe('/node/bin:/usr/bin');
  });

  it('keeps the person’s registry, cache and proxy', () => {
    const kept = {
      npm_config_registry: 'https://npm.example.com',
      npm_config_cache: '/cache',
      HTTPS_PROXY: 'http://proxy.example.com',
    };
    expect(npmEnvironment(kept, '/node/bin')).toMatchObject(kept);
  });

  it('places everything even where somebody usually omits packages', () => {
    expect(npmEnvironment({ npm_config_omit: 'optional' }, '/node/bin')).not.toHaveProperty('npm_config_omit');
  });
});
