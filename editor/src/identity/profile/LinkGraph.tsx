import { useRef, type ReactNode } from 'react';
import type { ProfileLink, ProfileMember } from '../../../../engine/index.ts';
import { cx, useWidth } from '../../../ui/index.ts';
import { percentInShort } from '../parts/certainty.ts';
import { graphLayout, linkWidth, wordsPlace, wordsWidth, type GraphLayout, type Place } from './graph-layout.ts';
import { recordPlace, recordTitle } from './record-title.ts';
import { linkBetween } from './ways.ts';

interface LinkGraphProps {
  members: readonly ProfileMember[];
  links: readonly ProfileLink[];
  weakest: ProfileLink | undefined;
  /** `recordId`s: none, the first of a pair, or a pair. */
  chosen: readonly string[];
  onChoose: (chosen: string[]) => void;
}

/** More links than this carry no words of their own: only the chosen and the weakest. */
const wordsAtMost = 6;

/** The records of a profile and what holds them together: a link is as wide as its evidence is strong. */
export function LinkGraph({ members, links, weakest, chosen, onChoose }: LinkGraphProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = width === null ? null : graphLayout(members.length, width);
  const press = (record: string) => {
    const [first, second] = chosen;
    const isSecond = first !== undefined && second === undefined && first !== record;
    onChoose(isSecond ? [first, record] : [record]);
  };
  return (
    <div className="id-graph" ref={frame} role="group" aria-label="Records of this profile: choose two">
      {layout && (
        <>
          <Links {...{ members, links, weakest, chosen, onChoose, layout }} />
          {members.map((member, index) => (
            <RecordNode
              key={member.recordId}
              place={layout.places[index] ?? { x: 0, y: 0 }}
              layout={layout}
              isChosen={chosen.includes(member.recordId)}
              onPress={() => press(member.recordId)}
              name={`${recordTitle(member)}, ${recordPlace(member)}`}
            >
              {layout.isCrowded ? (
                index + 1
              ) : (
                <>
                  <span>{recordTitle(member)}</span>
                  <small>{recordPlace(member)}</small>
                </>
              )}
            </RecordNode>
          ))}
        </>
      )}
    </div>
  );
}

function Links(props: LinkGraphProps & { layout: GraphLayout }) {
  const { members, links, weakest, chosen, onChoose, layout } = props;
  const places = new Map(members.map(({ recordId }, index) => [recordId, layout.places[index]]));
  const ofChosen = linkBetween(links, chosen[0] ?? '', chosen[1] ?? '');
  return (
    <svg width={layout.width} height={layout.height} aria-hidden="true">
      {links.map((link) => {
        const from = places.get(link.left);
        const to = places.get(link.right);
        if (!from || !to) return null;
        const isChosen = link === ofChosen;
        const hasWords = links.length <= wordsAtMost || isChosen || link === weakest;
        return (
          <g
            key={`${link.left} ${link.right}`}
            className={cx('id-link', isChosen && 'is-chosen', link === weakest && 'is-weakest')}
            onClick={() => onChoose([link.left, link.right])}
          >
            <line className="id-link-reach" {...ends(from, to)} />
            <line
              className={cx('id-link-line', link.madeBy === 'person' && 'is-person')}
              {...ends(from, to)}
              strokeWidth={link.madeBy === 'person' ? 4 : linkWidth(link.explanation.bits)}
            />
            {hasWords && <LinkWords place={wordsPlace(from, to, layout.box, wordsOf(link))} words={wordsOf(link)} />}
          </g>
        );
      })}
    </svg>
  );
}

function wordsOf({ madeBy, explanation }: ProfileLink): string {
  return madeBy === 'person' ? 'by a person' : percentInShort(explanation.probability);
}

/** Null: there is no room for them. */
function LinkWords({ place, words }: { place: Place | null; words: string }) {
  if (place === null) return null;
  const { x, y } = place;
  const halfWidth = wordsWidth(words) / 2;
  return (
    <>
      <rect className="id-link-ground" x={x - halfWidth} y={y - 9} width={2 * halfWidth} height={18} rx={9} />
      <text className="id-link-words" x={x} y={y + 4} textAnchor="middle">
        {words}
      </text>
    </>
  );
}

function ends(from: Place, to: Place) {
  return { x1: from.x, y1: from.y, x2: to.x, y2: to.y };
}

interface RecordNodeProps {
  place: Place;
  layout: GraphLayout;
  isChosen: boolean;
  name: string;
  onPress: () => void;
  children: ReactNode;
}

function RecordNode({ place, layout: { box, isCrowded }, isChosen, name, onPress, children }: RecordNodeProps) {
  return (
    <button
      type="button"
      className={cx('id-node', isCrowded && 'id-node-small', isChosen && 'is-chosen')}
      style={{ left: place.x - box.width / 2, top: place.y - box.height / 2, width: box.width, height: box.height }}
      aria-pressed={isChosen}
      aria-label={name}
      title={name}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
