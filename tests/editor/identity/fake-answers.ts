import {
  defaultIdentityModel,
  defaultSurvivorship,
  identityFields,
  normalizeField,
  type IdentityKind,
  type IdentityPolicy,
  type IdentityReview,
  type PolicyRevision,
} from '../../../engine/index.ts';
import { explain, type KeptProfile, type samplePairs } from './sample-identity.ts';

// What the fake hub answers with.

export function reviewOf([left, right]: (typeof samplePairs)[number], index: number): IdentityReview {
  return {
    id: `q-${index + 1}`,
    kind: 'person',
    seen: `seen-${index + 1}`,
    state: 'open',
    askedAt: '2026-11-22T09:30:00.000Z',
    askedBy: { journey: 'Refund triage', step: 'Identity resolution', execution: '4711' },
    left: { profileId: `p-q${index}-left`, record: left },
    right: { profileId: `p-q${index}-right`, record: right },
    explanation: explain('person', left, right),
    answer: null,
  };
}

/** Two ways of writing one date or address are no conflict. */
export function sameWords(field: string, value: string): string {
  const known = identityFields.find((one) => one === field);
  const { values } = known ? normalizeField(known, value, { region: 'DE' }) : { values: {} };
  return Object.values(values).join(' ') || value.toLowerCase();
}

/** What somebody said before. */
export function answerOf(index: number, at: string): Pick<IdentityReview, 'state' | 'answer'> {
  const by = { id: 'person:u9', name: 'Jonas Brandt' };
  const [same, reason] = index % 2 === 0 ? (['yes', 'Misspelled in the chat'] as const) : (['no', 'Siblings'] as const);
  return { state: 'answered', answer: { same, reason, by, at } };
}

export function titleOf({ id, members }: KeptProfile): string {
  const names = members.map(({ values }) => {
    const named = [values['given_name'], values['family_name']].filter(Boolean).join(' ');
    return values['company'] ?? (named || values['full_name']);
  });
  return names.find((name) => name !== undefined && name !== '') ?? id;
}

export function firstPolicy(kind: IdentityKind): IdentityPolicy {
  return {
    revision: 1,
    // Thresholds of its own: those that Steward brings may change.
    model: { ...defaultIdentityModel(kind), zones: { same: 0.99, ask: 0.05 } },
    survivorship: {
      ...defaultSurvivorship,
      fields: { ...defaultSurvivorship.fields, marketing_consent: { by: 'conservative', order: ['no', 'yes'] } },
    },
    changedAt: '2026-11-02T08:00:00.000Z',
    changedBy: null,
  };
}

export function revisionOf({ revision, model, changedAt, changedBy }: IdentityPolicy): PolicyRevision {
  const { id, version, zones, provenance } = model;
  return {
    revision,
    model: { id, version, zones, provenance },
    changedAt,
    changedBy,
    apply: 'from-now',
    reason: null,
    recorded: revision === 1 ? null : { stream: 'audit', sequence: 3 },
  };
}
