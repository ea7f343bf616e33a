import type {
  GoldenConflict,
  GoldenValue,
  Profile,
  ProfileMember,
  SurvivorshipRule,
} from '../../../../engine/index.ts';
import { Chip, Table } from '../../../ui/index.ts';
import { Card } from '../parts/Card.tsx';
import { counted } from '../parts/counted.ts';
import { fieldTitle, inReadingOrder } from '../parts/field-words.ts';
import { recordPlace } from './record-title.ts';

const ruleWords: Readonly<Record<SurvivorshipRule['by'], string>> = {
  'most-recent': 'the most recent',
  'most-trusted': 'from the most trusted source',
  'most-frequent': 'the most frequent',
  longest: 'the longest',
  conservative: 'the most cautious',
  table: 'ranked first by a table',
};

/** What is known of the customer: one value per field, where it comes from, and where records say something else. */
export function GoldenSection({ profile: { golden, members } }: { profile: Profile }) {
  const conflictOf = new Map(golden.conflicts.map((conflict) => [conflict.field, conflict]));
  const fields = inReadingOrder(new Set([...Object.keys(golden.values), ...conflictOf.keys()]));
  return (
    <Card
      title="What is known"
      aside={
        golden.conflicts.length > 0 && (
          <Chip tone="warn" icon="triangle-alert">
            {counted(golden.conflicts.length, 'conflict')}
          </Chip>
        )
      }
    >
      {fields.length === 0 ? (
        <p className="id-note">The records hold nothing that can be read.</p>
      ) : (
        <Table label="What is known" cards dense className="id-golden">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
              <th scope="col">From</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <GoldenRow
                key={field}
                field={field}
                value={golden.values[field]}
                conflict={conflictOf.get(field)}
                members={members}
              />
            ))}
          </tbody>
        </Table>
      )}
    </Card>
  );
}

interface GoldenRowProps {
  field: string;
  value: GoldenValue | undefined;
  conflict: GoldenConflict | undefined;
  members: readonly ProfileMember[];
}

function GoldenRow({ field, value, conflict, members }: GoldenRowProps) {
  const others = conflict?.values.slice(1) ?? [];
  return (
    <tr>
      <th scope="row">{fieldTitle(field)}</th>
      <td className="id-value">
        {value?.value ?? <span className="id-quiet">unknown</span>}
        {others.length > 0 && (
          <ul className="id-others" aria-label="Other records say">
            {others.map((other) => (
              <li key={other.value}>
                <span className="id-other">{other.value}</span>{' '}
                <small>{other.records.map((id) => placeOf(members, id)).join(', ')}</small>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className="id-origin">
        {value && (
          <>
            {placeOf(members, value.from, value.source)} <small>{ruleWords[value.rule]}</small>
          </>
        )}
      </td>
    </tr>
  );
}

/** The golden record names records by the hub's id or by their own. */
function placeOf(members: readonly ProfileMember[], id: string, source?: string): string {
  const member =
    members.find(({ recordId }) => recordId === id) ??
    members.find((one) => one.id === id && (source === undefined || one.source === source));
  return member ? recordPlace(member) : id;
}
