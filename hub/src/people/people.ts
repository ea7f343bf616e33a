import { randomUUID } from 'node:crypto';
import { roles, type Person, type Role } from '../../../engine/index.ts';
import { ProblemError } from '../http/problem.ts';
import { oneAtATime } from '../journeys/one-at-a-time.ts';
import type { RecordAccess } from './access-log.ts';
import type { KnownPerson, PeopleStore, SeenPerson } from './people.stores.ts';

/** chosen: an hour, so that a person at work costs one write an hour. */
const seenEveryMs = 60 * 60 * 1000;

export interface PeoplePorts {
  people: PeopleStore;
  /** Milliseconds since 1970. */
  now(): number;
  record: RecordAccess;
  /**
   * E-mail addresses of people of the OpenID provider who are administrators whatever else is granted. n8n's people are not
   * known by their address: n8n lets them change it, and its owner is an administrator anyhow.
   */
  administrators?: readonly string[];
}

export type ArrivingPerson = Omit<SeenPerson, 'lastSeenAt'>;

export interface People {
  /**
   * Keeps who came, when something about them is new or they were not seen for an hour.
   * @param known what the hub knows of them, when the caller has asked already
   * @returns their roles in force
   */
  arrive(person: ArrivingPerson, known?: KnownPerson): Promise<Role[]>;
  get(id: string): Promise<KnownPerson | null>;
  rolesInForce(person: Omit<KnownPerson, 'id' | 'name' | 'lastSeenAt'>): Role[];
  list(): Promise<Person[]>;
  /**
   * @param granted null: those that n8n or the provider gives
   * @param author null for somebody at the hub's own command line
   * @throws ProblemError `person_not_found`; `last_administrator` when nobody would be left who can grant roles
   */
  setRoles(id: string, granted: Role[] | null, author: { id: string; name: string } | null): Promise<Person>;
}

/** The people whom the hub has seen, and the roles that are granted to them. */
export function peopleOver({ people, now, record, administrators = [] }: PeoplePorts): People {
  const named = new Set(administrators.map((email) => email.toLowerCase()));
  const at = (): string => new Date(now()).toISOString();
  const perChange = oneAtATime();

  const rolesInForce: People['rolesInForce'] = ({ email, signedInBy, givenRoles, grantedRoles }) => {
    const held = new Set(grantedRoles ?? givenRoles);
    if (signedInBy === 'openid' && email !== '' && named.has(email.toLowerCase())) held.add('administrator');
    return roles.filter((role) => held.has(role));
  };
  const isAdministrator = (person: KnownPerson): boolean => rolesInForce(person).includes('administrator');
  const shown = (person: KnownPerson): Person => {
    const { givenRoles: _, ...rest } = person;
    return { ...rest, roles: rolesInForce(person) };
  };

  const change = async (id: string, granted: Role[] | null, author: { id: string; name: string } | null) => {
    const all = await people.list();
    const before = all.find((person) => person.id === id);
    if (!before) throw new ProblemError('person_not_found');
    const after: KnownPerson = { ...before, grantedRoles: granted && roles.filter((role) => granted.includes(role)) };
    const othersAdminister = all.some((person) => person.id !== id && isAdministrator(person));
    if (isAdministrator(before) && !isAdministrator(after) && !othersAdminister) {
      throw new ProblemError('last_administrator');
    }
    if (sameRoles(before.grantedRoles, after.grantedRoles)) return shown(before);
    // Recorded first: nobody ever holds a role that the ledger knows nothing of.
    await record({
      key: `roles-changed:${randomUUID()}`,
      kind: 'roles-changed',
      at: at(),
      actor: author,
      details: { person: id, from: before.grantedRoles, to: after.grantedRoles },
    });
    await people.grant(id, after.grantedRoles);
    return shown(after);
  };

  return {
    async arrive({ id, name, email, signedInBy, givenRoles }, asked) {
      const known = asked ?? (await people.get(id));
      const person = { id, name, email, signedInBy, givenRoles };
      if (!known || isNews(person, known) || now() - Date.parse(known.lastSeenAt) >= seenEveryMs) {
        await people.seen({ ...person, lastSeenAt: at() });
      }
      return rolesInForce({ ...person, grantedRoles: known?.grantedRoles ?? null });
    },

    get: (id) => people.get(id),
    rolesInForce,
    list: async () => (await people.list()).map(shown),
    setRoles: (id, granted, author) => perChange('roles', () => change(id, granted, author)),
  };
}

function isNews(person: ArrivingPerson, known: KnownPerson): boolean {
  return (
    person.name !== known.name ||
    person.email !== known.email ||
    person.signedInBy !== known.signedInBy ||
    !sameRoles(person.givenRoles, known.givenRoles)
  );
}

function sameRoles(left: Role[] | null, right: Role[] | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
