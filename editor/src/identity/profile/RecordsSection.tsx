import type { ProfileMember, SetAside } from '../../../../engine/index.ts';
import { cx } from '../../../ui/index.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { Card } from '../parts/Card.tsx';
import { fieldTitle, inReadingOrder } from '../parts/field-words.ts';
import { recordPlace } from './record-title.ts';

const asideWords: Readonly<Record<SetAside['reason'], string>> = {
  placeholder: 'stands for “unknown”, not compared',
  unreadable: 'cannot be read, not compared',
  checksum: 'check digits are wrong, not compared',
};

/** All records side by side as they came; values that differ from the first one's are marked. */
export function RecordsSection({ members }: { members: readonly ProfileMember[] }) {
  const fields = inReadingOrder(new Set(members.flatMap(({ values }) => Object.keys(values))));
  return (
    <Card title="The records as they came">
      <div className="id-wide" tabIndex={0} role="region" aria-label="Records side by side">
        <table className="id-matrix">
          <thead>
            <tr>
              <th scope="col">Field</th>
              {members.map((member) => (
                <th key={member.recordId} scope="col">
                  {recordPlace(member)}
                  <small>
                    {member.updatedAt ? 'as of ' : 'came '}
                    <Moment iso={member.updatedAt ?? member.addedAt} form="short" />
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => {
              const isDifferent = new Set(members.map(({ values }) => values[field] ?? '').filter(Boolean)).size > 1;
              return (
                <tr key={field} className={cx(isDifferent && 'is-different')}>
                  <th scope="row">
                    {fieldTitle(field)}
                    {isDifferent && <small>differs</small>}
                  </th>
                  {members.map((member) => (
                    <RecordCell key={member.recordId} member={member} field={field} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function RecordCell({ member: { values, setAside }, field }: { member: ProfileMember; field: string }) {
  const value = values[field];
  const aside = setAside.find((one) => one.field === field);
  if (!value) return <td className="id-quiet">unknown</td>;
  return (
    <td className={cx(aside && 'is-aside')}>
      {value}
      {aside && <small>{asideWords[aside.reason]}</small>}
    </td>
  );
}
