import { roles, type Person, type Role } from '../../../engine/index.ts';
import { UsageError, type Command } from '../cli/command.ts';
import type { CliStreams } from '../cli/streams.ts';
import { ProblemError } from '../http/problem.ts';
import { peopleOver, type People } from '../people/people.ts';
import { databaseOption } from './store-option.ts';
import { withLedger } from './with-ledger.ts';

export const peopleListCommand: Command = {
  words: ['people', 'list'],
  operands: [],
  summary: 'list the people whom the hub has seen, with their roles',
  help: ['By name, with the id that people grant takes.'],
  options: { database: databaseOption, json: { type: 'boolean', help: 'write {"people": […]}' } },
  examples: ['steward-hub people list'],
  async run({ options, streams }) {
    const list = await withPeople(options, streams, (people) => people.list());
    if (options['json'] === true) await streams.write(`${JSON.stringify({ people: list }, null, 2)}\n`);
    else for (const person of list) await streams.write(`${lineOf(person)}\n`);
    if (list.length === 0) streams.note('The hub has seen nobody yet.\n');
    return 0;
  },
};

export const peopleGrantCommand: Command = {
  words: ['people', 'grant'],
  operands: ['ID', 'ROLES'],
  summary: 'grant roles to a person, in place of those they have',
  help: [
    'For when nobody is left who can do it on the page. ID as people list shows it, or the e-mail address when one person alone has it. ROLES separated by commas, or "default" for those that n8n or the provider gives.',
    `Roles: ${roles.join(', ')}. It is recorded in the audit stream.`,
  ],
  options: { database: databaseOption },
  examples: ['steward-hub people grant olive@example.com administrator,auditor'],
  async run({ operands, options, streams }) {
    const [wanted = '', text = ''] = operands;
    const granted = rolesOf(text);
    const person = await withPeople(options, streams, async (people) => {
      const id = idOf(await people.list(), wanted);
      try {
        return await people.setRoles(id, granted, null);
      } catch (error) {
        if (error instanceof ProblemError && error.code === 'last_administrator')
          throw new UsageError(`${wanted} is the last administrator. Grant somebody else that role first.`);
        throw error;
      }
    });
    streams.note(`${person.name} is now ${person.roles.join(', ') || 'without a role'}.\n`);
    return 0;
  },
};

function rolesOf(text: string): Role[] | null {
  if (text === 'default') return null;
  return text.split(',').map((part) => {
    const role = roles.find((known) => known === part.trim());
    if (role === undefined) throw new UsageError(`there is no role "${part.trim()}". Roles: ${roles.join(', ')}.`);
    return role;
  });
}

function idOf(people: readonly Person[], wanted: string): string {
  const found = people.filter(({ id, email }) => id === wanted || email.toLowerCase() === wanted.toLowerCase());
  const [first] = found;
  if (found.length === 1 && first !== undefined) return first.id;
  throw new UsageError(
    found.length === 0
      ? `the hub has never seen ${wanted}. They must have signed in once; people list shows everybody.`
      : `several people have the address ${wanted}. Give the id, as people list shows it.`,
  );
}

function lineOf({ id, name, email, roles: held, grantedRoles }: Person): string {
  return `${id}  ${name}  ${email}  ${held.join(',') || '-'}  ${grantedRoles === null ? 'by default' : 'granted'}`;
}

function withPeople<T>(
  options: Record<string, string | boolean | undefined>,
  streams: CliStreams,
  work: (people: People) => Promise<T>,
): Promise<T> {
  return withLedger(options, streams, ({ store, ledger }) =>
    work(
      peopleOver({
        people: store.storage.people,
        now: () => Date.now(),
        record: async (event) => void (await ledger.recordEvent(event)),
      }),
    ),
  );
}
