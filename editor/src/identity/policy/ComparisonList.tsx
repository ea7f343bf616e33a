import type { IdentityModel } from '../../../../engine/index.ts';
import { Card } from '../parts/Card.tsx';
import { bitsInWords } from '../parts/certainty.ts';
import { fieldsTitle } from '../parts/field-words.ts';
import { levelInWords, weightOf } from './learned.ts';

/** What is compared, and how much each finding says: for and against, in bits. */
export function ComparisonList({ model }: { model: IdentityModel }) {
  return (
    <Card
      title="What is compared"
      lead="In bits: each one doubles the odds. Agreement on a rare value weighs more than on a common one; what is unknown weighs nothing."
    >
      <details className="id-details">
        <summary>{model.comparisons.length} comparisons with their weights</summary>
        <dl className="id-comparisons">
          {model.comparisons.map((comparison) => (
            <div key={comparison.id}>
              <dt>{fieldsTitle(comparison.features)}</dt>
              {comparison.levels.map((level) => (
                <dd key={level.id}>
                  {levelInWords(comparison, level.id)} <b className="st-num">{bitsInWords(weightOf(level))}</b>
                </dd>
              ))}
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
