import type { Person } from '../../../engine/index.ts';
import { Button, Chip, RelativeTime, VisuallyHidden } from '../../ui/index.ts';
import { roleTitles } from '../app/role-words.ts';
import { useMe } from '../app/session.ts';
import { SettingsTable } from './SettingsTable.tsx';

const columns = ['Name', 'Roles', 'Given', 'Last here'];

/** The people, one row each; on a narrow screen one card each. */
export function PeopleTable({ people, onEdit }: { people: readonly Person[]; onEdit: (person: Person) => void }) {
  const ownId = useMe(({ me }) => me?.id);
  return (
    <SettingsTable label="People" columns={columns}>
      {people.map((person) => (
        <tr key={person.id}>
          <th scope="row" className="se-name">
            {person.name || person.email}
            {person.id === ownId && <span className="se-you"> you</span>}
            <small>{person.email}</small>
          </th>
          <td>
            {person.roles.length === 0 ? (
              <span className="se-quiet">None: may do nothing</span>
            ) : (
              <span className="se-chips">
                {person.roles.map((role) => (
                  <Chip key={role}>{roleTitles[role]}</Chip>
                ))}
              </span>
            )}
          </td>
          <td className="se-quiet">
            <span className="se-label">Given </span>
            {givenBy(person)}
          </td>
          <td className="se-used">
            <span className="se-label">Last here: </span>
            <RelativeTime iso={person.lastSeenAt} />
          </td>
          <td className="se-act">
            <Button size="s" onClick={() => onEdit(person)}>
              Roles
              <VisuallyHidden>{` of ${person.name || person.email}`}</VisuallyHidden>
            </Button>
          </td>
        </tr>
      ))}
    </SettingsTable>
  );
}

function givenBy({ grantedRoles, signedInBy }: Person): string {
  if (grantedRoles !== null) return 'here';
  return signedInBy === 'n8n' ? 'by the role in n8n' : 'by the sign-in provider';
}
