import type { GuardFinding } from '../../../../engine/index.ts';
import { Callout } from '../../../ui/index.ts';
import { fieldTitle, lowerFirst } from './field-words.ts';

/** What keeps two records apart whatever they weigh. */
export function Guards({ findings }: { findings: readonly GuardFinding[] }) {
  return findings.map((finding) => (
    <Callout key={`${finding.guard} ${finding.feature}`} tone="warn" title={guardInWords(finding)}>
      {finding.values.join(' · ')}
    </Callout>
  ));
}

/** A guard's finding in words. */
export function guardInWords({ guard, feature, values }: GuardFinding): string {
  const field = lowerFirst(fieldTitle(feature));
  return guard === 'never-together'
    ? `One customer never has two different values of ${field}`
    : `${values.length} different values of ${field}: more than one customer may have`;
}
