import { Type, type Static } from '@sinclair/typebox';
import {
  maxRecordsPerMatch,
  type IdentityKind,
  type IdentityModel,
  type MatchRequest,
  type MergeRequest,
  type PolicyChange,
  type ProfileSearch,
  type ReviewAnswer,
  type SplitRequest,
  type Survivorship,
  type SurvivorshipRule,
} from '../../../engine/index.ts';
import { OpenObject, Timestamp } from '../http/schemas.ts';
import { strict } from '../ledger/ledger.schema.ts';

/** The forms of what the identity routes take. Forms of answers are in `identity.answers.schema.ts`. */

export const Kind = Type.Unsafe<IdentityKind>({ type: 'string', enum: ['person', 'company'] });
/** Letters, digits, `_` and `-` after the letter that says what it names. */
const named = (letter: string) =>
  Type.String({ pattern: `^${letter}_[A-Za-z0-9_-]{1,40}$`, examples: [`${letter}_1`] });
export const ProfileId = named('p');
export const RecordId = named('r');
export const ReviewId = named('q');
export const ChangeId = Type.String({ pattern: '^c_[0-9]{1,15}$', examples: ['c_1'] });

/** Why somebody does it: kept with the profile, and erased with it. U+0000 is the one character that PostgreSQL keeps in no text. */
const Reason = Type.String({ minLength: 3, maxLength: 500, pattern: '^[^\\u0000]*$' });
const Name = Type.String({ maxLength: 500 });
export const Seen = Type.String({ pattern: '^[0-9a-f]{32}$' });

/** chosen: the longest addresses and notes stay far below; a cell of megabytes is no value of a customer. */
const longestValue = 4_000;
/** chosen: the widest exports of customers that we have seen have some eighty columns. */
const mostValues = 200;

const Values = Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: longestValue }), {
  maxProperties: mostValues,
  description: 'Texts by field. Fields that identify are compared; others are kept for the golden record.',
});

export const MatchBody = strict({
  kind: Type.Optional(Kind),
  region: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', examples: ['DE'] })),
  records: Type.Array(
    strict({
      id: Type.String({ minLength: 1, maxLength: 500 }),
      source: Type.String({ minLength: 1, maxLength: 200 }),
      updatedAt: Type.Optional(Timestamp),
      values: Values,
    }),
    { minItems: 1, maxItems: maxRecordsPerMatch },
  ),
  keep: Type.Unsafe<MatchRequest['keep']>({ type: 'string', enum: ['no', 'new-and-known'] }),
  askedBy: Type.Optional(
    strict({ journey: Name, step: Name, execution: Type.Union([Type.String({ maxLength: 500 }), Type.Null()]) }),
  ),
});

const Limit = Type.Integer({ minimum: 1, maximum: 200 });
/** `next` of the page before. */
const Before = Type.String({ maxLength: 1_000 });

export const SearchBody = strict({
  query: Type.Optional(Type.String({ maxLength: 200 })),
  kind: Type.Optional(Kind),
  before: Type.Optional(Before),
  limit: Type.Optional(Limit),
});

export const ReviewsQuery = strict({
  state: Type.Optional(Type.Unsafe<'open' | 'answered'>({ type: 'string', enum: ['open', 'answered'] })),
  before: Type.Optional(Before),
  limit: Type.Optional(Limit),
});

/** As names in addresses, where any name that is none leads to 404. */
const AnyId = Type.String({ minLength: 1, maxLength: 100 });
export const ProfileParams = strict({ profileId: AnyId });
export const ReviewParams = strict({ reviewId: AnyId });
export const ChangeParams = strict({ changeId: AnyId });

export const SplitBody = strict({
  records: Type.Array(RecordId, { minItems: 1, maxItems: 10_000, uniqueItems: true }),
  reason: Reason,
});
/** chosen: whoever merges more at once has not looked at them. */
const mostMerged = 20;
export const MergeBody = strict({
  profiles: Type.Array(ProfileId, { minItems: 2, maxItems: mostMerged }),
  reason: Reason,
});
export const UndoBody = strict({ reason: Reason });
export const AnswerBody = strict({
  same: Type.Unsafe<ReviewAnswer['same']>({ type: 'string', enum: ['yes', 'no'] }),
  reason: Reason,
  seen: Seen,
});
export const ErasureBody = strict({ profileId: ProfileId, reason: Reason });

const Rule = Type.Unsafe<SurvivorshipRule>(
  Type.Union([
    strict({ by: Type.Literal('most-recent') }),
    strict({
      by: Type.Literal('most-trusted'),
      sources: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
    }),
    strict({ by: Type.Literal('most-frequent') }),
    strict({ by: Type.Literal('longest') }),
    strict({
      by: Type.Literal('conservative'),
      order: Type.Array(Type.String({ maxLength: longestValue }), { maxItems: 200 }),
    }),
    strict({
      by: Type.Literal('table'),
      // Its own form is the business of `rules/schema`, as that of the model.
      table: Type.Unsafe<object>({
        ...OpenObject,
        description: 'A decision table with a result `rank`, as rules/schema/decision-table.schema.json describes it.',
      }),
    }),
  ]),
);
export const SurvivorshipSchema = strict({
  otherwise: Rule,
  fields: Type.Record(Type.String({ maxLength: 100 }), Rule, { maxProperties: mostValues }),
});

/** Its own form is the business of `rules/schema`, which says better what is wrong. */
export const ModelSchema = Type.Unsafe<IdentityModel>({
  ...OpenObject,
  description: 'A model, as rules/schema/identity-model.schema.json describes it.',
});

export const PolicyQuery = strict({ kind: Type.Optional(Kind) });
export const PolicyBody = strict({
  model: ModelSchema,
  survivorship: SurvivorshipSchema,
  apply: Type.Unsafe<PolicyChange['apply']>({ type: 'string', enum: ['from-now', 'to-existing'] }),
  reason: Reason,
});
export const TrainingBody = strict({ kind: Kind });
export const SimulationBody = strict({ model: ModelSchema });

/** Holds a schema against the contract that nodes and pages are written against. */
type Takes<Schema, Contract> = Contract extends Schema ? true : never;
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
export const formsAreThoseOfTheContract: [
  Takes<Static<typeof MatchBody>, Mutable<MatchRequest>>,
  Takes<Static<typeof SearchBody>, ProfileSearch>,
  Takes<Static<typeof SplitBody>, SplitRequest>,
  Takes<Static<typeof MergeBody>, MergeRequest>,
  Takes<Static<typeof AnswerBody>, ReviewAnswer>,
  Takes<Static<typeof SurvivorshipSchema>, Survivorship>,
  Takes<Pick<Static<typeof PolicyBody>, 'apply' | 'reason'>, PolicyChange>,
] = [true, true, true, true, true, true, true];
