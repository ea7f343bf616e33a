import { useState } from 'react';
import type { IdentityKind, IdentityPolicy } from '../../../../engine/index.ts';
import { Button, Callout, toast } from '../../../ui/index.ts';
import { asApiError } from '../../app/api-error.ts';
import { useMay } from '../../app/session.ts';
import { Card } from '../parts/Card.tsx';
import { ApplyDialog } from './ApplyDialog.tsx';
import { newerModel } from './brought-model.ts';
import { ComparisonList } from './ComparisonList.tsx';
import { EffectCard } from './EffectCard.tsx';
import { GuardsForm } from './GuardsForm.tsx';
import { LearnedCard } from './LearnedCard.tsx';
import { provenanceInWords } from './provenance-words.ts';
import { Revisions } from './Revisions.tsx';
import { SurvivorshipForm } from './SurvivorshipForm.tsx';
import { usePolicyDraft } from './use-policy-draft.ts';
import { ZoneScale } from './ZoneScale.tsx';

interface PolicyEditorProps {
  kind: IdentityKind;
  policy: IdentityPolicy;
  onApplied: (policy: IdentityPolicy) => void;
  /** Somebody else changed the rule: theirs is shown, this draft goes. */
  onTheirs: () => Promise<void>;
  /** Somebody else changed the rule: this draft is held against theirs. */
  onKeepMine: () => Promise<void>;
}

/** The rule in force as a form; changes are tried before they apply. */
export function PolicyEditor({ kind, policy, onApplied, onTheirs, onKeepMine }: PolicyEditorProps) {
  const edited = usePolicyDraft(kind, policy);
  const [isApplying, setApplying] = useState(false);
  const disabled = !useMay('identity:policy');
  const { draft } = edited;
  const { model } = draft;
  const newer = disabled ? null : newerModel(model);
  const settle = (how: () => Promise<void>) => {
    how().then(edited.keepDraft, (error: unknown) => {
      const { message, advice } = asApiError(error);
      toast({ tone: 'bad', title: 'The rule could not be read', detail: `${message} ${advice}` });
    });
  };
  return (
    <div className="id-policy">
      <div className="id-policy-main">
        {disabled && <p className="id-note">Data stewards change the rule. Your account may look at it.</p>}
        {edited.isOutdated && (
          <Callout
            live
            tone="warn"
            title="Somebody else changed the rule meanwhile"
            actions={
              <>
                <Button size="s" onClick={() => settle(onTheirs)}>
                  Show theirs, drop mine
                </Button>
                <Button size="s" onClick={() => settle(onKeepMine)}>
                  Hold mine against theirs
                </Button>
              </>
            }
          >
            Nothing of yours was applied.
          </Callout>
        )}
        {newer && (
          <Callout
            tone="accent"
            title="This version of Steward weighs evidence anew"
            actions={
              <Button size="s" icon="git-compare" onClick={() => edited.takeModel(newer)}>
                Try version {newer.version}
              </Button>
            }
          >
            Version {model.version} stays in force until somebody applies another. Zones and guards stay as they are;
            what answers taught is learned anew.
          </Callout>
        )}
        <Card
          title="When records are one customer"
          lead={`${policy.model.name}, version ${policy.model.version}. ${provenanceInWords(policy.model.provenance)}`}
        >
          <ZoneScale
            zones={model.zones}
            inForce={policy.model.zones}
            disabled={disabled}
            onChange={(zones) => edited.changeModel({ zones })}
          />
        </Card>
        <Card title="What keeps records apart" lead="Guards hold whatever the evidence weighs.">
          <GuardsForm guards={model.guards} disabled={disabled} onChange={(guards) => edited.changeModel({ guards })} />
        </Card>
        <Card
          title="Which value holds"
          lead="Where records of one customer disagree. What is not chosen is kept and shown as a conflict."
        >
          <SurvivorshipForm
            survivorship={draft.survivorship}
            disabled={disabled}
            onChange={(survivorship) => edited.change({ survivorship })}
          />
        </Card>
        <LearnedCard edited={edited} inForce={policy.model} disabled={disabled} />
        <ComparisonList model={model} />
        <Revisions kind={kind} revision={policy.revision} />
      </div>
      <EffectCard edited={edited} disabled={disabled} onApply={() => setApplying(true)} />
      {isApplying && (
        <ApplyDialog
          onClose={() => setApplying(false)}
          changes={edited.changes}
          simulation={edited.simulation}
          onApply={async (apply, reason) => {
            const applied = await edited.apply(apply, reason);
            if (!applied) return;
            toast({ tone: 'good', title: 'The rule was changed', detail: 'The change stands in the ledger.' });
            onApplied(applied);
          }}
        />
      )}
    </div>
  );
}
