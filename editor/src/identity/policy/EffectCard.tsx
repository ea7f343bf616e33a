import { Button, Callout, cx, Tooltip } from '../../../ui/index.ts';
import { Card } from '../parts/Card.tsx';
import { SimulationWords } from './SimulationWords.tsx';
import type { usePolicyDraft } from './use-policy-draft.ts';

interface EffectCardProps {
  edited: ReturnType<typeof usePolicyDraft>;
  disabled: boolean;
  onApply: () => void;
}

/** What the changes on the page would do; they are tried here before they apply. */
export function EffectCard({ edited, disabled, onApply }: EffectCardProps) {
  const { changes, isChanged, isModelChanged, simulation, work, error, mayApply, problem } = edited;
  const reason = problem ?? (mayApply ? null : 'Look at the effect first');
  return (
    <Card title={isChanged ? 'Your changes' : 'Effect'} className={cx('id-effect', !isChanged && 'is-idle')}>
      {changes.length > 0 && (
        <ul className="id-changes">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      {!isChanged && (
        <p className="id-note">
          {disabled
            ? 'Here stands what a change would do.'
            : 'Change the rule, look at what it would do to the profiles that exist, then apply it or not.'}
        </p>
      )}
      {simulation && <SimulationWords simulation={simulation} />}
      {isChanged && !isModelChanged && (
        <p className="id-quiet">No record moves by this: only which values are shown.</p>
      )}
      {error?.about === 'simulating' && (
        <Callout live tone="bad" title="The effect could not be found out">
          {error.error.message} {error.error.advice}
        </Callout>
      )}
      {!disabled && (
        <div className="id-effect-actions">
          {isModelChanged && !simulation && (
            <Button
              variant="primary"
              icon="flask-conical"
              busy={work === 'simulating'}
              disabled={problem !== null}
              onClick={() => void edited.simulate()}
            >
              See the effect
            </Button>
          )}
          {isChanged && (
            <Tooltip content={reason ?? 'Asks why, and for which records'}>
              <Button
                variant={mayApply ? 'primary' : 'secondary'}
                icon="check"
                aria-disabled={reason !== null || undefined}
                onClick={onApply}
              >
                Apply …
              </Button>
            </Tooltip>
          )}
          {isChanged && (
            <Button variant="quiet" onClick={edited.discard}>
              Discard
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
