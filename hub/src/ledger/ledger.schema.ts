import { Type, type Static, type TArray, type TObject, type TProperties, type TSchema } from '@sinclair/typebox';
import type {
  AppendColumns,
  AppendMoment,
  Decision,
  ErasureRequest,
  JsonObject,
  JsonValue,
  LedgerSearch,
  RecordSource,
} from '../../../engine/index.ts';
import { maxRecordsPerAppend } from '../../../engine/index.ts';
import { nullable, OpenObject, Timestamp } from '../http/schemas.ts';

/** The forms of what the ledger's routes take. Forms of answers are in `ledger.answers.schema.ts`. */

export const strict = <T extends TProperties>(properties: T): TObject<T> =>
  Type.Object(properties, { additionalProperties: false });

/** Names that people or programs give. chosen: 500 characters; n8n's own are far shorter. */
const Name = Type.String({ maxLength: 500 });
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const Stream = Type.String({ pattern: '^[a-z][a-z0-9-]{0,63}$', examples: ['decisions'] });
export const Sequence = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
/** Whom a decision is about, as callers know them. */
const Subject = Type.String({ minLength: 1, maxLength: 500 });
export const SubjectRef = Type.String({ pattern: '^s_[A-Za-z0-9_-]{22}$' });
/** Why somebody does it; nothing personal, for it stays. */
const Reason = Type.String({ minLength: 3, maxLength: 500 });
const Json = Type.Unsafe<JsonValue>({});
export const JsonMembers = Type.Unsafe<JsonObject>(OpenObject);

export const SourceSchema = strict({
  journey: nullable(strict({ id: Name, name: Name })),
  step: Name,
  execution: nullable(Name),
  by: strict({
    kind: Type.Unsafe<RecordSource['by']['kind']>({ type: 'string', enum: ['rules', 'person', 'model', 'system'] }),
    name: Name,
  }),
});

/** Decisions of tables that this one used; looked at one by one, since a schema that names itself has no end. */
const Required = Type.Array(Type.Unsafe<Decision>(OpenObject), { maxItems: 1_000 });

export const DecisionSchema = strict({
  kind: Type.Unsafe<Decision['kind']>({ type: 'string', enum: ['risk', 'table', 'branch', 'logged'] }),
  outcome: Json,
  reasons: Type.Array(
    strict({
      row: Type.String({ maxLength: 1_000 }),
      text: Type.String({ maxLength: 10_000 }),
      source: Type.Optional(Type.String({ maxLength: 10_000 })),
    }),
    { maxItems: 5_000 },
  ),
  ruleId: nullable(Type.String({ maxLength: 1_000 })),
  matched: Type.Array(Type.String({ maxLength: 1_000 }), { maxItems: 5_000 }),
  tableId: Name,
  tableVersion: Name,
  tableDigest: Type.String({ pattern: '^(sha256:[0-9a-f]{64})?$' }),
  required: Type.Optional(Required),
});

const MomentSchema = strict({ decidedAt: Timestamp, day: nullable(Type.String({ format: 'date' })) });

// U+0000 is the one character that PostgreSQL keeps in no text.
const KeyPart = Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' });
/** One member per record. */
const column = <Item extends TSchema>(item: Item): TArray<Item> =>
  Type.Array(item, { minItems: 1, maxItems: maxRecordsPerAppend });
const Index = Type.Integer({ minimum: 0 });

const ColumnsSchema = strict({
  keyPrefix: Type.Optional(KeyPart),
  keys: column(KeyPart),
  sources: column(Index),
  decisions: column(Index),
  moments: column(Index),
  subjects: column(nullable(Subject)),
  shapes: column(Index),
  values: column(Type.Array(Json)),
  notes: Type.Optional(column(nullable(Type.String({ maxLength: 4_000 })))),
});

/** Their form is that of `rules/schema`, which says better what is wrong. */
const Tables = Type.Array(OpenObject, { maxItems: 100 });

export const AppendBody = strict({
  stream: Type.Optional(Stream),
  sources: Type.Array(SourceSchema, { minItems: 1, maxItems: maxRecordsPerAppend }),
  decisions: Type.Array(DecisionSchema, { minItems: 1, maxItems: maxRecordsPerAppend }),
  moments: Type.Array(MomentSchema, { minItems: 1, maxItems: maxRecordsPerAppend }),
  shapes: Type.Array(Type.Array(Type.String()), { minItems: 1, maxItems: maxRecordsPerAppend }),
  records: ColumnsSchema,
  tables: Type.Optional(Tables),
  hashes: Type.Optional(Type.Boolean({ description: 'The answer holds the hashes of the entries, too.' })),
});

export const TablesBody = strict({ tables: Type.Array(OpenObject, { minItems: 1, maxItems: 100 }) });

const filters = {
  subject: Type.Optional(Subject),
  subjectRef: Type.Optional(SubjectRef),
  journey: Type.Optional(Name),
  step: Type.Optional(Name),
  outcome: Type.Optional(Name),
  table: Type.Optional(Name),
  rule: Type.Optional(Type.String({ maxLength: 1_000 })),
  kind: Type.Optional(Name),
  from: Type.Optional(Timestamp),
  until: Type.Optional(Timestamp),
};

export const SearchBody = strict({
  stream: Type.Optional(Stream),
  ...filters,
  before: Type.Optional(Sequence),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

export const StreamParams = strict({ stream: Stream });
export const EntryParams = strict({ stream: Stream, sequence: Sequence });
export const NewestQuery = strict({ minSize: Type.Optional(Sequence) });
export const ConsistencyQuery = strict({ from: Type.Integer({ minimum: 0 }), to: Sequence });
export const InputsBody = strict({ reason: Reason });

export const ErasureBody = strict({
  subject: Type.Optional(Subject),
  subjectRef: Type.Optional(SubjectRef),
  reason: Reason,
});

export const ExportBody = strict({
  format: Type.Union([Type.Literal('jsonl'), Type.Literal('csv')]),
  filter: Type.Optional(strict(filters)),
  openInputs: Type.Optional(strict({ reason: Reason })),
});

/** Holds a schema against the contract that nodes and pages are written against. */
type Takes<Schema, Contract> = Contract extends Schema ? true : never;
export const formsAreThoseOfTheContract: [
  Takes<Static<typeof SourceSchema>, RecordSource>,
  Takes<Static<typeof DecisionSchema>, Decision>,
  Takes<Static<typeof MomentSchema>, AppendMoment>,
  Takes<Static<typeof ColumnsSchema>, AppendColumns>,
  Takes<Static<typeof SearchBody>, LedgerSearch>,
  Takes<Static<typeof ErasureBody>, ErasureRequest>,
] = [true, true, true, true, true, true];
