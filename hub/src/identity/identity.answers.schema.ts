import { Type } from '@sinclair/typebox';
import { identityFeatures, type IdentityModel } from '../../../engine/index.ts';
import { nullable, OpenObject, Timestamp } from '../http/schemas.ts';
import { strict } from '../ledger/ledger.schema.ts';
import {
  ChangeId,
  Kind,
  ModelSchema,
  ProfileId,
  RecordId,
  ReviewId,
  Seen,
  SurvivorshipSchema,
} from './identity.schema.ts';

/** The forms of what the identity routes give. */

const Text = Type.String();
const Count = Type.Integer({ minimum: 0 });
const Probability = Type.Number({ minimum: 0, maximum: 1 });
const oneOf = (...values: string[]) => Type.String({ enum: values });
const Texts = Type.Record(Text, Text);
const Named = strict({ id: Text, name: Text });
const Recorded = nullable(strict({ stream: Text, sequence: Type.Integer({ minimum: 1 }) }));
const Feature = oneOf(...identityFeatures);

const SetAsideSchema = strict({ field: Text, reason: oneOf('placeholder', 'unreadable', 'checksum'), value: Text });

const ExplanationSchema = strict({
  priorBits: Type.Number(),
  parts: Type.Array(
    strict({
      comparison: Text,
      features: Type.Array(Feature),
      left: Texts,
      right: Texts,
      level: nullable(Text),
      bits: Type.Number(),
      termFrequencyBits: Type.Number(),
      heldBackBits: Type.Optional(Type.Number()),
    }),
  ),
  bits: Type.Number(),
  probability: Probability,
  zone: oneOf('same', 'ask', 'different'),
  guards: Type.Array(strict({ guard: oneOf('never-together', 'limit'), feature: Feature, values: Type.Array(Text) })),
});

export const MatchAnswerSchema = strict({
  model: strict({ id: Text, version: Text }),
  records: Type.Array(
    strict({
      decision: oneOf('known', 'new', 'ask'),
      profileId: nullable(ProfileId),
      probability: Probability,
      candidates: Type.Array(
        strict({ profileId: ProfileId, record: strict({ id: Text, source: Text }), explanation: ExplanationSchema }),
      ),
      setAside: Type.Array(SetAsideSchema),
      reviewId: nullable(ReviewId),
      notCompared: Type.Optional(Type.Array(strict({ rule: nullable(Text), records: Count }))),
    }),
  ),
});

const line = {
  id: ProfileId,
  kind: Kind,
  title: Text,
  records: Count,
  sources: Type.Array(Text),
  probability: Probability,
  changedAt: Timestamp,
  openReviews: Count,
};
const LineSchema = strict(line);

export const ProfilePageSchema = strict({ profiles: Type.Array(LineSchema), next: nullable(Text) });

const MemberSchema = strict({
  recordId: RecordId,
  id: Text,
  source: Text,
  updatedAt: nullable(Timestamp),
  addedAt: Timestamp,
  values: Texts,
  setAside: Type.Array(SetAsideSchema),
});

const GoldenValue = strict({ value: Text, from: RecordId, source: Type.Optional(Text), rule: Text });
const GoldenSchema = strict({
  values: Type.Record(Text, GoldenValue),
  conflicts: Type.Array(
    strict({ field: Text, values: Type.Array(strict({ value: Text, records: Type.Array(RecordId) })) }),
  ),
});

const ChangeSchema = strict({
  id: ChangeId,
  kind: oneOf('created', 'joined', 'merged', 'split', 'answered', 'undone', 'policy-changed'),
  at: Timestamp,
  by: Named,
  reason: nullable(Text),
  profiles: Type.Array(ProfileId),
  records: Type.Array(RecordId),
  undoable: Type.Boolean(),
  recorded: Recorded,
});

export const ProfileSchema = strict({
  ...line,
  createdAt: Timestamp,
  mergedInto: nullable(ProfileId),
  members: Type.Array(MemberSchema),
  links: Type.Array(
    strict({ left: RecordId, right: RecordId, madeBy: oneOf('model', 'person'), explanation: ExplanationSchema }),
  ),
  golden: GoldenSchema,
  history: Type.Array(ChangeSchema),
});

export const ChangeAnswerSchema = strict({ change: ChangeSchema, profiles: Type.Array(LineSchema) });

export const ReviewSchema = strict({
  id: ReviewId,
  kind: Kind,
  seen: Seen,
  state: oneOf('open', 'answered'),
  askedAt: Timestamp,
  askedBy: nullable(strict({ journey: Text, step: Text, execution: nullable(Text) })),
  left: strict({ profileId: ProfileId, record: MemberSchema }),
  right: strict({ profileId: ProfileId, record: MemberSchema }),
  explanation: ExplanationSchema,
  answer: nullable(strict({ same: oneOf('yes', 'no'), reason: Text, by: Named, at: Timestamp })),
});

export const ReviewPageSchema = strict({ reviews: Type.Array(ReviewSchema), next: nullable(Text), open: Count });

export const PolicySchema = strict({
  revision: Type.Integer({ minimum: 1 }),
  model: ModelSchema,
  survivorship: SurvivorshipSchema,
  changedAt: Timestamp,
  changedBy: nullable(Named),
});

export const RevisionsSchema = Type.Array(
  strict({
    revision: Type.Integer({ minimum: 1 }),
    model: strict({
      id: Text,
      version: Text,
      zones: Type.Unsafe<IdentityModel['zones']>(OpenObject),
      provenance: Type.Unsafe<IdentityModel['provenance']>(OpenObject),
    }),
    changedAt: Timestamp,
    changedBy: nullable(Named),
    apply: oneOf('from-now', 'to-existing'),
    reason: nullable(Text),
    recorded: Recorded,
  }),
);

export const SimulationSchema = strict({
  profiles: Count,
  records: Count,
  wouldSplit: strict({
    count: Count,
    examples: Type.Array(strict({ profile: LineSchema, into: Type.Array(Type.Array(RecordId)) })),
  }),
  wouldJoin: strict({
    count: Count,
    examples: Type.Array(strict({ profiles: Type.Array(LineSchema), probability: Probability })),
  }),
  reviews: strict({ now: Count, then: Count }),
  contradictsAnswers: Count,
});

export const TrainingSchema = strict({
  model: ModelSchema,
  answers: strict({ same: Count, different: Count }),
  simulation: SimulationSchema,
});

export const ErasureSchema = strict({
  profileId: ProfileId,
  erasedAt: Timestamp,
  records: Count,
  recorded: strict({ stream: Text, sequence: Type.Integer({ minimum: 1 }) }),
});
