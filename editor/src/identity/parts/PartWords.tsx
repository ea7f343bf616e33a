import { partInWords, type PairPart } from '../../../../engine/index.ts';

/** How one comparison came out, with the values that were compared, in the form in which they were. */
export function PartWords({ part }: { part: PairPart }) {
  const left = valuesOf(part, 'left');
  const right = valuesOf(part, 'right');
  return (
    <>
      {partInWords(part)} <small>{left === right ? left : `${left} · ${right}`}</small>
    </>
  );
}

function valuesOf(part: PairPart, side: 'left' | 'right'): string {
  return part.features
    .map((feature) => part[side][feature] ?? '')
    .filter((value) => value !== '')
    .join(' ');
}
