import type { Storage } from '../hub.ports.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { N8nClient } from '../n8n/n8n.client.ts';
import { openPeople, type OpenPeople } from '../people/open-people.ts';
import { sessionCache } from '../people/session.ts';
import type { SignInOptions } from '../people/sign-in/open-sign-in.ts';
import type { Settings } from '../settings/settings.ts';
import type { Log } from './late-log.ts';

export interface PeoplePartPorts {
  storage: Pick<Storage, 'apiKeys' | 'people' | 'sessions'>;
  ledger: Pick<Ledger, 'recordEvent' | 'secrets'>;
  n8n: N8nClient;
  now(): number;
  log: Log;
}

/** Who may come in, by the settings: machines with API keys, and the people of n8n or of an OpenID provider. */
export function peoplePart(settings: Settings, { storage, ledger, n8n, now, log }: PeoplePartPorts): OpenPeople {
  const isMounted = settings.mode === 'mounted';
  return openPeople({
    storage,
    now,
    async record(event) {
      await ledger.recordEvent(event, event.actor === null ? 'hub' : `person:${event.actor.id}`);
    },
    onFault: (error) => log.warn({ err: error }, 'the use of an API key was not noted'),
    whoIs: isMounted ? sessionCache({ n8n, now, maxAgeMs: settings.sessionCacheMs }) : null,
    signIn: isMounted ? null : signInOf(settings, ledger),
  });
}

/** Null: the hub knows no provider, and serves machines alone. */
function signInOf(settings: Settings, { secrets }: Pick<Ledger, 'secrets'>): SignInOptions | null {
  const { oidcIssuerUrl, oidcClientId, oidcClientSecret, oidcRolesClaim, publicUrl } = settings;
  if (oidcIssuerUrl === null || oidcClientId === null || publicUrl === null) return null;
  return {
    openId: {
      issuerUrl: oidcIssuerUrl,
      clientId: oidcClientId,
      clientSecret: oidcClientSecret,
      scope: settings.oidcScope,
    },
    homeUrl: `${publicUrl.replace(/\/+$/, '')}/steward`,
    rolesClaim: oidcRolesClaim,
    administrators: settings.administrators ?? [],
    sessionMs: settings.sessionMs,
    sessionSecret: () => secrets.secret('session'),
  };
}
