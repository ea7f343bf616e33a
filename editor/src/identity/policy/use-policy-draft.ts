import { useState } from 'react';
import type {
  IdentityKind,
  IdentityModel,
  IdentityPolicy,
  PolicyChange,
  PolicySimulation,
  TrainingAnswer,
} from '../../../../engine/index.ts';
import { ApiError, asApiError } from '../../app/api-error.ts';
import { identityApi } from '../../app/identity-api.ts';
import { changesInWords, isSame, type PolicyDraft } from './policy-changes.ts';
import { zonesProblem } from './zones.ts';

type Work = 'simulating' | 'learning' | null;

/** What a person changes about the rule, what they tried of it, and what came of it. */
export function usePolicyDraft(kind: IdentityKind, policy: IdentityPolicy) {
  const [draft, setDraft] = useState<PolicyDraft>({ model: policy.model, survivorship: policy.survivorship });
  const [tried, setTried] = useState<{ model: PolicyDraft['model']; simulation: PolicySimulation } | null>(null);
  const [training, setTraining] = useState<TrainingAnswer | null>(null);
  const [work, setWork] = useState<Work>(null);
  const [error, setError] = useState<{ about: Exclude<Work, null>; error: ApiError } | null>(null);
  const [isOutdated, setOutdated] = useState(false);

  const problem = zonesProblem(draft.model.zones);
  const isModelChanged = !isSame(draft.model, policy.model);
  const changes = changesInWords(policy, draft);
  /** Of what is on the screen now; a simulation of something else says nothing. */
  const simulation = tried && isSame(tried.model, draft.model) ? tried.simulation : null;

  /** Weights are taken over; zones and guards stay what the person made them. */
  const takeModel = (other: IdentityModel): IdentityModel => {
    const { zones, guards } = draft.model;
    const model = { ...other, zones, guards };
    setDraft((now) => ({ ...now, model }));
    return model;
  };

  const attempt = async (about: Exclude<Work, null>, run: () => Promise<void>) => {
    if (work !== null) return;
    setWork(about);
    setError(null);
    try {
      await run();
    } catch (thrown) {
      setError({ about, error: asApiError(thrown) });
    }
    setWork(null);
  };
  return {
    draft,
    change: (next: Partial<PolicyDraft>) => setDraft((now) => ({ ...now, ...next })),
    changeModel: (next: Partial<PolicyDraft['model']>) =>
      setDraft((now) => ({ ...now, model: { ...now.model, ...next } })),
    discard: () => setDraft({ model: policy.model, survivorship: policy.survivorship }),
    changes,
    isChanged: isModelChanged || !isSame(draft.survivorship, policy.survivorship),
    isModelChanged,
    problem,
    simulation,
    /** Nothing applies that was not tried; survivorship alone moves no record. */
    mayApply: problem === null && (simulation !== null || !isModelChanged),
    work,
    error,
    isOutdated,
    simulate: () =>
      attempt('simulating', async () => {
        const { model } = draft;
        setTried({ model, simulation: await identityApi.simulate(model) });
      }),
    training,
    isLearnedTaken: training !== null && isSame(training.model.comparisons, draft.model.comparisons),
    learn: () =>
      attempt('learning', async () => {
        setTraining(await identityApi.train(kind));
      }),
    takeLearned: () => {
      if (!training) return;
      const model = takeModel(training.model);
      if (isSame(model, training.model)) setTried({ model, simulation: training.simulation });
    },
    /** Another model's weights; zones and guards stay what they are. */
    takeModel,
    /** Applies what is on the screen. Somebody else's change meanwhile is told on the page, not thrown. */
    apply: async (apply: PolicyChange['apply'], reason: string): Promise<IdentityPolicy | null> => {
      try {
        return await identityApi.changePolicy(kind, policy.revision, { ...draft, apply, reason });
      } catch (thrown) {
        if (!(thrown instanceof ApiError) || thrown.code !== 'revision_conflict') throw thrown;
        setOutdated(true);
        return null;
      }
    },
    /** The other's change is in force, and this draft stands against it now. */
    keepDraft: () => setOutdated(false),
  };
}
