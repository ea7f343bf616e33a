import { Chip } from '../../../ui/index.ts';
import type { Difference } from './differences.ts';

/** What differs between two versions. */
export function DifferenceList({
  differences,
  ours,
  theirs,
}: {
  differences: readonly Difference[];
  ours: string;
  theirs: string;
}) {
  if (differences.length === 0) return <p>Only positions or details of layout differ.</p>;
  const words = {
    'only-ours': `only in ${lower(ours)}`,
    'only-theirs': `only in ${lower(theirs)}`,
    changed: 'differs',
  };
  const tones = { 'only-ours': 'good', 'only-theirs': 'warn', changed: 'neutral' } as const;
  return (
    <ul className="jn-differences">
      {differences.map((difference) => (
        <li key={`${difference.kind} ${difference.what}`}>
          <span>
            <b>{difference.what}</b> {difference.detail}
          </span>
          <Chip size="s" tone={tones[difference.kind]}>
            {words[difference.kind]}
          </Chip>
        </li>
      ))}
    </ul>
  );
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
