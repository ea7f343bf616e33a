import type { IdentityModel } from '../../../../engine/index.ts';
import { Button, Callout } from '../../../ui/index.ts';
import { Card } from '../parts/Card.tsx';
import { LearnedWeights } from './LearnedWeights.tsx';
import type { usePolicyDraft } from './use-policy-draft.ts';

interface LearnedCardProps {
  edited: ReturnType<typeof usePolicyDraft>;
  inForce: IdentityModel;
  disabled: boolean;
}

/** What answers of persons teach about how much each agreement says. */
export function LearnedCard({ edited, inForce, disabled }: LearnedCardProps) {
  const { training, work, error } = edited;
  return (
    <Card
      title="What answers teach"
      lead="From every answer the rule can learn how much an agreement says. What is learned is proposed; it applies when you apply it."
      aside={
        !disabled && (
          <Button icon="wand-sparkles" busy={work === 'learning'} onClick={() => void edited.learn()}>
            {training ? 'Learn again' : 'Learn from answers'}
          </Button>
        )
      }
    >
      {error?.about === 'learning' && (
        <Callout live tone="bad" title="Nothing could be learned">
          {error.error.message} {error.error.advice}
        </Callout>
      )}
      {training && (
        <LearnedWeights
          training={training}
          inForce={inForce}
          isTaken={edited.isLearnedTaken}
          onTake={edited.takeLearned}
        />
      )}
    </Card>
  );
}
