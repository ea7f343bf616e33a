import type { HubPart, Storage } from '../hub.ports.ts';
import type { N8nSession, SignedIn } from '../n8n/n8n.client.ts';
import type { AccessPorts } from './access.ts';
import type { RecordAccess } from './access-log.ts';
import { identifyBy } from './identify-by.ts';
import { apiKeysOver, type ApiKeys } from './keys/api-keys.ts';
import { apiKeyRoutes } from './keys/api-keys.routes.ts';
import { bearerKeys, strangeTokens } from './keys/bearer.ts';
import { n8nPeople, rolesInN8n } from './n8n-people.ts';
import { peopleRoutes } from './people.routes.ts';
import { peopleOver, type People } from './people.ts';
import { noSignInRoutes } from './sign-in/no-sign-in.routes.ts';
import { openSignIn, type SignInOptions } from './sign-in/open-sign-in.ts';

export interface PeopleOptions {
  storage: Pick<Storage, 'apiKeys' | 'people' | 'sessions'>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Writes to the ledger's audit stream. */
  record: RecordAccess;
  /** A fault that nobody waits for. */
  onFault(error: unknown): void;
  /** Mounted: asks n8n. Null: n8n signs nobody in here. */
  whoIs: ((session: N8nSession) => Promise<SignedIn | null>) | null;
  /** Standalone: the provider that people sign in with. Null: there is none, and the hub serves machines alone. */
  signIn: SignInOptions | null;
}

/** Everything that knows people and machines. */
export interface OpenPeople {
  identify: AccessPorts['identify'];
  part: HubPart;
  people: People;
  apiKeys: ApiKeys;
}

/** @throws Error for the administrator, when people would sign in where others can listen */
export function openPeople(options: PeopleOptions): OpenPeople {
  const { storage, now, record, onFault, whoIs, signIn } = options;
  const administrators = signIn?.administrators ?? [];
  const people = peopleOver({ people: storage.people, now, record, administrators });
  const apiKeys = apiKeysOver({ apiKeys: storage.apiKeys, now, record, onFault });
  const door = signIn && openSignIn({ ...signIn, sessions: storage.sessions, people, now });

  return {
    identify: identifyBy([
      bearerKeys(apiKeys),
      ...(whoIs ? [n8nPeople(whoIs, (person) => arriveFromN8n(people, person))] : []),
      ...(door ? [door.identify] : []),
      strangeTokens,
    ]),
    part: {
      api(app) {
        peopleRoutes(app, { people });
        apiKeyRoutes(app, { apiKeys });
      },
      ...(whoIs === null && { pages: door ? door.pages : noSignInRoutes }),
    },
    people,
    apiKeys,
  };
}

function arriveFromN8n(people: People, { id, name, email, role }: SignedIn['person']) {
  return people.arrive({ id, name, email, signedInBy: 'n8n', givenRoles: rolesInN8n({ role }) });
}
