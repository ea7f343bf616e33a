import { Link } from 'wouter';
import type { IdentityReview } from '../../../../engine/index.ts';
import { cx, Icon } from '../../../ui/index.ts';
import { paths } from '../../app/location.ts';
import { Moment } from '../../ledger/Moment.tsx';
import { fieldTitle } from '../parts/field-words.ts';
import { recordPlace, recordTitle } from '../profile/record-title.ts';
import { comparedRows, type ComparedRow, type Likeness } from './compared-rows.ts';
import { markedDifferences, type Piece } from './marked-differences.ts';

const likenessWords: Readonly<Record<Likeness, { words: string; icon: string }>> = {
  same: { words: 'same', icon: 'check' },
  similar: { words: 'similar', icon: 'circle-dot' },
  different: { words: 'different', icon: 'x' },
  unknown: { words: 'unknown', icon: 'minus' },
};

/** The two records of a question, field by field; where they differ is marked. */
export function SideBySide({ review }: { review: IdentityReview }) {
  return (
    <table className="id-sides" aria-label="The two records side by side">
      <thead>
        <tr>
          <th scope="col">
            <span className="st-visually-hidden">Field</span>
          </th>
          <SideHead side={review.left} />
          <SideHead side={review.right} />
          <th scope="col" className="id-like">
            <span className="st-visually-hidden">Compared</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {comparedRows(review).map((row) => (
          <SideRow key={row.field} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function SideHead({ side: { profileId, record } }: { side: IdentityReview['left'] }) {
  return (
    <th scope="col">
      <Link href={paths.profile(profileId)}>{recordTitle(record)}</Link>
      <small>
        {recordPlace(record)}, <Moment iso={record.updatedAt ?? record.addedAt} form="short" />
      </small>
    </th>
  );
}

function SideRow({ row: { field, left, right, likeness } }: { row: ComparedRow }) {
  const { words, icon } = likenessWords[likeness];
  const isMarked = likeness === 'similar' || likeness === 'different';
  const [one, other] = markedDifferences(left, right);
  return (
    <tr className={cx(`is-${likeness}`)}>
      <th scope="row">{fieldTitle(field)}</th>
      <td>{left === '' ? <Unknown /> : isMarked ? <Marked pieces={one} /> : left}</td>
      <td>{right === '' ? <Unknown /> : isMarked ? <Marked pieces={other} /> : right}</td>
      <td className="id-like">
        <span>
          <Icon name={icon} size={13} strokeWidth={2.4} />
          {words}
        </span>
      </td>
    </tr>
  );
}

function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, differs }, index) => (differs ? <mark key={index}>{text}</mark> : text));
}

function Unknown() {
  return <span className="id-quiet">unknown</span>;
}
