import { useState } from 'react';
import type { PairPart, Profile, ProfileLink, ProfileMember } from '../../../../engine/index.ts';
import { Callout, Chip, cx } from '../../../ui/index.ts';
import { Card } from '../parts/Card.tsx';
import { percentInWords } from '../parts/certainty.ts';
import { evidenceOf } from '../parts/evidence.ts';
import { fieldTitle } from '../parts/field-words.ts';
import { Guards } from '../parts/Guards.tsx';
import { Waterfall } from '../parts/Waterfall.tsx';
import { LinkGraph } from './LinkGraph.tsx';
import { recordPlace, recordTitle } from './record-title.ts';
import { linkBetween, strengthOf, strongestWay } from './ways.ts';

/** Why the records of a profile are one customer: the graph, the same as a list, and the evidence of a chosen pair. */
export function WhyTogether({ profile: { members, links } }: { profile: Profile }) {
  const byStrength = [...links].sort((one, other) => strengthOf(one) - strengthOf(other));
  const weakest = byStrength[0];
  const [chosen, setChosen] = useState<string[]>(weakest ? [weakest.left, weakest.right] : []);
  const pair = chosen.map((id) => members.find(({ recordId }) => recordId === id)).filter((member) => !!member);
  if (members.length < 2) {
    return (
      <Card title="Why these records belong together">
        <p className="id-note">
          There is one record so far. When another one joins, here stands why: which values agree, and how much that
          says.
        </p>
      </Card>
    );
  }
  return (
    <Card
      title="Why these records belong together"
      lead="A line is as wide as the evidence is strong. Choose a line, or two records, to see what speaks for and against. The weakest is chosen to begin with."
    >
      <div className="id-why">
        <div className="id-why-graph">
          <LinkGraph members={members} links={links} weakest={weakest} chosen={chosen} onChoose={setChosen} />
          <LinkList members={members} links={byStrength} chosen={chosen} onChoose={setChosen} />
        </div>
        <div className="id-why-pair" role="region" aria-label="The chosen pair" aria-live="polite">
          <PairWords pair={pair} members={members} links={links} />
        </div>
      </div>
    </Card>
  );
}

interface LinkListProps {
  members: readonly ProfileMember[];
  links: readonly ProfileLink[];
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** The links as a list, the weakest first: what the drawing shows, for reading and for the keyboard. */
function LinkList({ members, links, chosen, onChoose }: LinkListProps) {
  const placeOf = (id: string) => {
    const member = members.find(({ recordId }) => recordId === id);
    return member ? recordPlace(member) : id;
  };
  const shown = linkBetween(links, chosen[0] ?? '', chosen[1] ?? '');
  return (
    <ol className="id-links" aria-label="Links, the weakest first" tabIndex={links.length > 6 ? 0 : undefined}>
      {links.map((link) => (
        <li key={`${link.left} ${link.right}`}>
          <button
            type="button"
            className={cx('id-link-button', link === shown && 'is-chosen')}
            aria-pressed={link === shown}
            onClick={() => onChoose([link.left, link.right])}
          >
            <span>
              {placeOf(link.left)} and {placeOf(link.right)}
            </span>
            <span className="st-num">
              {link.madeBy === 'person' ? 'by a person' : percentInWords(link.explanation.probability)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface PairWordsProps {
  pair: readonly ProfileMember[];
  members: readonly ProfileMember[];
  links: readonly ProfileLink[];
}

function PairWords({ pair, members, links }: PairWordsProps) {
  const [left, right] = pair;
  if (!left) return <p className="id-note">Choose two records.</p>;
  if (!right) {
    return (
      <p className="id-note">
        <b>{recordTitle(left)}</b>, {recordPlace(left)}. Choose a second record to compare it with.
      </p>
    );
  }
  const link = linkBetween(links, left.recordId, right.recordId);
  const heading = (
    <h3 className="id-pair-title">
      {recordTitle(left)} <small>{recordPlace(left)}</small> and {recordTitle(right)}{' '}
      <small>{recordPlace(right)}</small>
    </h3>
  );
  if (!link) {
    const between = strongestWay(links, left.recordId, right.recordId)?.slice(1, -1) ?? [];
    const through = between.map((id) => members.find(({ recordId }) => recordId === id)).filter((one) => !!one);
    return (
      <>
        {heading}
        <p className="id-note">
          These two were not joined with one another.{' '}
          {through.length > 0
            ? `They are one customer through ${through.map(recordPlace).join(', then ')}.`
            : 'Nothing joins them any more.'}
        </p>
      </>
    );
  }
  return (
    <>
      {heading}
      {link.madeBy === 'person' && (
        <Callout tone="accent" title="Joined by a person">
          This stands whatever the rule says. What the rule makes of it:
        </Callout>
      )}
      <Guards findings={link.explanation.guards} />
      <Waterfall explanation={link.explanation} label={`Evidence for ${recordPlace(left)} and ${recordPlace(right)}`} />
      <NotCompared link={link} />
    </>
  );
}

/** What one of the two does not have, where at least the other does. */
function NotCompared({ link: { explanation } }: { link: ProfileLink }) {
  const { missing } = evidenceOf(explanation);
  const told = missing.filter((field) => isKnownToOne(explanation.parts, field));
  if (told.length === 0) return null;
  return (
    <p className="id-missing">
      <span className="id-quiet">Not compared, unknown in one of them:</span>
      {told.map((field) => (
        <Chip key={field} size="s" outline>
          {fieldTitle(field)}
        </Chip>
      ))}
    </p>
  );
}

function isKnownToOne(parts: readonly PairPart[], field: string): boolean {
  return parts.some(({ left, right }) => {
    const values: Readonly<Record<string, string | undefined>>[] = [left, right];
    return values.some((side) => Boolean(side[field]));
  });
}
