import { delimiter } from 'node:path';
import { loopback } from './port.ts';

export interface N8nSettings {
  /** Gets `.n8n` inside it. */
  userFolder: string;
  port: number;
  /** n8n's task runners talk to it on this port; two n8n on one machine need two. */
  brokerPort: number;
  /** The folder of the Node that n8n runs on. */
  nodeFolder: string;
  /** null: n8n without the hub. */
  hub: { hooksFile: string; databaseFile: string } | null;
}

/**
 * Variables of the caller that would change which n8n runs or what it writes to: somebody's own database, queue,
 * user folder or hooks. None of them reaches the n8n that we start.
 */
const notOurs =
  /^(N8N_|DB_|EXECUTIONS_|QUEUE_|EXTERNAL_|WEBHOOK_|CREDENTIALS_|WORKFLOWS_|NODES_|NODE_FUNCTION_|NODE_OPTIONS$|NODE_ENV$|E2E_TESTS$|OFFLOAD_|GENERIC_TIMEZONE$|VITEST|npm_|STEWARD_(N8N_|DATABASE_|DESIGNER_FOLDER$|MASTER_KEY|PREVIOUS_MASTER_KEY|OIDC_|PUBLIC_URL$))/i;

/** The whole environment of an n8n process. */
export function n8nEnvironment(settings: N8nSettings, inherited: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(inherited)) if (!notOurs.test(name)) env[name] = value;
  const address = `http://${loopback}:${settings.port}`;
  return {
    ...env,
    PATH: [settings.nodeFolder, inherited['PATH']].filter(Boolean).join(delimiter),
    NODE_ENV: 'production',
    N8N_USER_FOLDER: settings.userFolder,

    N8N_LISTEN_ADDRESS: loopback,
    N8N_HOST: loopback,
    N8N_PORT: String(settings.port),
    N8N_PROTOCOL: 'http',
    N8N_EDITOR_BASE_URL: address,
    N8N_WEBHOOK_URL: `${address}/`,
    N8N_RUNNERS_BROKER_PORT: String(settings.brokerPort),
    N8N_RUNNERS_BROKER_LISTEN_ADDRESS: loopback,
    // Plain http on loopback: some browsers keep no Secure cookie there.
    N8N_SECURE_COOKIE: 'false',

    // Nothing is sent to or fetched from n8n's makers.
    N8N_DIAGNOSTICS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
    N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
    N8N_DYNAMIC_BANNERS_ENABLED: 'false',
    N8N_HIRING_BANNER_ENABLED: 'false',
    N8N_TEMPLATES_ENABLED: 'false',
    N8N_PERSONALIZATION_ENABLED: 'false',
    N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
    N8N_VERIFIED_PACKAGES_ENABLED: 'false',
    N8N_DISABLED_MODULES: 'mcp-registry',
    // Python code in n8n's Code node needs a set-up of its own; without this n8n complains at every start.
    N8N_PYTHON_ENABLED: 'false',
    // Steward's package is not one that n8n has verified.
    N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',

    N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
    GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(settings.hub === null
      ? {}
      : {
          EXTERNAL_HOOK_FILES: settings.hub.hooksFile,
          EXTERNAL_FRONTEND_HOOKS_URLS: '/steward/n8n/menu.js',
          N8N_ADDITIONAL_NON_UI_ROUTES: 'steward',
          STEWARD_DATABASE_FILE: settings.hub.databaseFile,
        }),
  };
}
