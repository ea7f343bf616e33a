import type { Profile, ProfileMember, SetAside } from '../../../../engine/index.ts';
import { cx, VisuallyHidden } from '../../../ui/index.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { Card } from '../parts/Card.tsx';
import { fieldTitle, inReadingOrder } from '../parts/field-words.ts';
import { recordPlace } from './record-title.ts';
import { comparedValues, standingOut } from './record-values.ts';

const asideWords: Readonly<Record<SetAside['reason'], string>> = {
  placeholder: 'stands for “unknown”, not compared',
  unreadable: 'cannot be read, not compared',
  checksum: 'check digits are wrong, not compared',
};

/** All records side by side as they came; values that say something else than most are marked. */
export function RecordsSection({ profile: { members, links } }: { profile: Pick<Profile, 'members' | 'links'> }) {
  const compared = comparedValues(links);
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
              const others = standingOut(members, field, compared);
              return (
                <tr key={field}>
                  <th scope="row">{fieldTitle(field)}</th>
                  {members.map((member) => (
                    <RecordCell
                      key={member.recordId}
                      member={member}
                      field={field}
                      isOther={others.has(member.recordId)}
                    />
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

interface RecordCellProps {
  member: ProfileMember;
  field: string;
  isOther: boolean;
}

function RecordCell({ member: { values, setAside }, field, isOther }: RecordCellProps) {
  const value = values[field];
  const aside = setAside.find((one) => one.field === field);
  if (!value) return <td className="id-quiet">unknown</td>;
  return (
    <td className={cx(aside && 'is-aside', isOther && 'is-other')}>
      {value}
      {isOther && <VisuallyHidden>, another value than most</VisuallyHidden>}
      {aside && <small>{asideWords[aside.reason]}</small>}
    </td>
  );
}
