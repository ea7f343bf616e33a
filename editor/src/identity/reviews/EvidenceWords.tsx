import { partInWords, type PairExplanation, type PairPart, type Zones } from '../../../../engine/index.ts';
import { bitsInWords, percentInWords } from '../parts/certainty.ts';
import { evidenceOf } from '../parts/evidence.ts';
import { Guards } from '../parts/Guards.tsx';
import { Waterfall } from '../parts/Waterfall.tsx';

interface EvidenceWordsProps {
  explanation: PairExplanation;
  /** Between which probabilities a person is asked; null while it is not known. */
  zones: Zones | null;
}

/** What speaks for one customer and what against, in words, strongest first; the figures are one press away. */
export function EvidenceWords({ explanation, zones }: EvidenceWordsProps) {
  const evidence = evidenceOf(explanation);
  return (
    <div className="id-evidence">
      <p className="id-probable">
        <b>{percentInWords(explanation.probability)}</b> that both are one customer
        {zones && (
          <span className="id-quiet">
            {' '}
            The rule asks from {percentInWords(zones.ask)} to {percentInWords(zones.same)}.
          </span>
        )}
      </p>
      <Guards findings={explanation.guards} />
      <div className="id-scales">
        <EvidenceList title="Speaks for one customer" parts={evidence.for} tone="for" />
        <EvidenceList title="Speaks against" parts={evidence.against} tone="against" />
      </div>
      <details className="id-details">
        <summary>The figures</summary>
        <Waterfall explanation={explanation} label="Evidence of this question" />
      </details>
    </div>
  );
}

function EvidenceList({ title, parts, tone }: { title: string; parts: readonly PairPart[]; tone: 'for' | 'against' }) {
  return (
    <div className={`id-side-${tone}`}>
      <h2>{title}</h2>
      {parts.length === 0 ? (
        <p className="id-quiet">Nothing that was compared.</p>
      ) : (
        <ul>
          {parts.map((part) => (
            <li key={part.comparison}>
              {partInWords(part)}
              <small className="id-weight st-num">{bitsInWords(part.bits)} bits</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
