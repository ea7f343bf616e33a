import type { SettingValues } from './settings-table.ts';

/** What is wrong with settings that are right one by one. */
export function checkTogether(values: SettingValues): string[] {
  return [...databaseFaults(values), ...keyFaults(values), ...signInFaults(values), ...n8nFaults(values)];
}

function databaseFaults({ databaseFile, databaseUrl, masterKey, masterKeyFile }: SettingValues): string[] {
  if (databaseUrl === null) return [];
  return [
    ...(databaseFile === null
      ? []
      : ['STEWARD_DATABASE_URL and STEWARD_DATABASE_FILE are both set; expected one of them.']),
    ...(masterKey === null && masterKeyFile === null
      ? [
          'STEWARD_DATABASE_URL needs a master key that all hubs share; set STEWARD_MASTER_KEY or STEWARD_MASTER_KEY_FILE, for example to what `openssl rand -base64 32` prints.',
        ]
      : []),
  ];
}

function keyFaults(values: SettingValues): string[] {
  const { masterKey, masterKeyFile, previousMasterKey, previousMasterKeyFile } = values;
  return [
    ...(masterKey !== null && masterKeyFile !== null
      ? ['STEWARD_MASTER_KEY and STEWARD_MASTER_KEY_FILE are both set; expected one of them.']
      : []),
    ...(previousMasterKey !== null && previousMasterKeyFile !== null
      ? ['STEWARD_PREVIOUS_MASTER_KEY and STEWARD_PREVIOUS_MASTER_KEY_FILE are both set; expected one of them.']
      : []),
  ];
}

/** A provider, the hub's name there, and where the provider sends people back to: all or none. */
function signInFaults({ oidcIssuerUrl, oidcClientId, publicUrl }: SettingValues): string[] {
  if (oidcIssuerUrl === null && oidcClientId === null) return [];
  const missing = [
    ...(oidcIssuerUrl === null ? ['STEWARD_OIDC_ISSUER_URL'] : []),
    ...(oidcClientId === null ? ['STEWARD_OIDC_CLIENT_ID'] : []),
    ...(publicUrl === null ? ['STEWARD_PUBLIC_URL'] : []),
  ];
  return [
    ...(missing.length > 0 ? [`Signing in through OpenID also needs ${missing.join(' and ')}.`] : []),
    ...[
      ['STEWARD_PUBLIC_URL', publicUrl],
      ['STEWARD_OIDC_ISSUER_URL', oidcIssuerUrl],
    ].flatMap(([name, address]) =>
      address == null || isPrivate(address)
        ? []
        : [`${name} is "${address}"; expected https, since people sign in through it.`],
    ),
  ];
}

function n8nFaults({ n8nApiKey, n8nUrl }: SettingValues): string[] {
  return n8nApiKey !== null && n8nUrl === null
    ? ['STEWARD_N8N_API_KEY is set, but not STEWARD_N8N_URL: where does that n8n answer?']
    : [];
}

/** Nobody listens on the way: TLS, or this very machine. */
function isPrivate(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
