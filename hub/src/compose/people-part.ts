import type { HubPart, Storage } from '../hub.ports.ts';
import type { Ledger } from '../ledger/ledger.service.ts';
import type { N8nClient } from '../n8n/n8n.client.ts';
import type { AccessPorts } from '../people/access.ts';
import type { RecordAccess } from '../people/access-log.ts';
import { identifyBy } from '../people/identify-by.ts';
import { apiKeyRoutes } from '../people/keys/api-keys.routes.ts';
import { apiKeysOver } from '../people/keys/api-keys.ts';
import { bearerKeys, strangeTokens } from '../people/keys/bearer.ts';
import { n8nPeople, rolesInN8n } from '../people/n8n-people.ts';
import { peopleOver } from '../people/people.ts';
import { peopleRoutes } from '../people/people.routes.ts';
import { sessionCache } from '../people/session.ts';
import type { Settings } from '../settings/settings.ts';
import type { Log } from './late-log.ts';

export interface PeoplePartPorts {
  storage: Pick<Storage, 'apiKeys' | 'people' | 'sessions'>;
  ledger: Pick<Ledger, 'recordEvent'>;
  n8n: N8nClient;
  now(): number;
  log: Log;
}

/** Who may come in, by the settings: machines with API keys, and the people of n8n or of an OpenID provider. */
export function peoplePart(
  settings: Settings,
  { storage, ledger, n8n, now, log }: PeoplePartPorts,
): HubPart & { identify: AccessPorts['identify'] } {
  const record: RecordAccess = async (event) => {
    await ledger.recordEvent(event, event.actor === null ? 'hub' : `person:${event.actor.id}`);
  };
  const onFault = (error: unknown): void => log.warn({ err: error }, 'the use of an API key was not noted');
  const apiKeys = apiKeysOver({ apiKeys: storage.apiKeys, now, record, onFault });
  const people = peopleOver({ people: storage.people, now, record, administrators: settings.administrators ?? [] });
  const whoIs = sessionCache({ n8n, now, maxAgeMs: settings.sessionCacheMs });
  const fromN8n = n8nPeople(whoIs, ({ id, name, email, role }) =>
    people.arrive({ id, name, email, signedInBy: 'n8n', givenRoles: rolesInN8n({ role }) }),
  );

  return {
    identify: identifyBy([bearerKeys(apiKeys), ...(settings.mode === 'mounted' ? [fromN8n] : []), strangeTokens]),
    api(app) {
      apiKeyRoutes(app, { apiKeys });
      peopleRoutes(app, { people });
    },
  };
}
