import { Type, type Static } from '@sinclair/typebox';
import {
  eventKinds,
  type AppendAnswer,
  type Checkpoint,
  type EntryDetail,
  type Erasure,
  type LedgerFacets,
  type LedgerLine,
  type LedgerPage,
  type OpenedInputs,
  type Receipt,
  type SigningKey,
  type StreamSummary,
} from '../../../engine/index.ts';
import { nullable, OpenObject, Timestamp } from '../http/schemas.ts';
import { Hash, JsonMembers, Sequence, Stream, strict } from './ledger.schema.ts';

const Size = Type.Integer({ minimum: 0 });
const Text = Type.String();
const KeyId = Type.String({ pattern: '^[0-9a-f]{16}$' });

export const AppendAnswerSchema = strict({
  stream: Stream,
  sequences: Type.Array(Sequence),
  duplicates: Type.Array(Size),
  unknownTables: Type.Array(Text),
  hashes: Type.Optional(Type.Array(Hash)),
});

export const DigestsSchema = strict({ digests: Type.Array(Text) });

export const StreamsSchema = Type.Array(
  strict({
    stream: Stream,
    size: Size,
    lastHash: Hash,
    lastRecordedAt: nullable(Timestamp),
    checkpoint: nullable(strict({ size: Size, at: Timestamp })),
  }),
);

const NamedId = strict({ id: Text, name: Text });

export const FacetsSchema = strict({
  journeys: Type.Array(NamedId),
  steps: Type.Array(Text),
  outcomes: Type.Array(Text),
  tables: Type.Array(Text),
  rules: Type.Array(Text),
});

const LineSchema = strict({
  stream: Stream,
  sequence: Sequence,
  kind: Type.String({ enum: ['decision', ...eventKinds] }),
  decidedAt: Timestamp,
  subjectRef: nullable(Text),
  journey: nullable(NamedId),
  step: nullable(Text),
  outcome: nullable(Text),
  tableId: nullable(Text),
  ruleId: nullable(Text),
  reason: nullable(Text),
});

export const PageSchema = strict({
  lines: Type.Array(LineSchema),
  next: nullable(Sequence),
  subjectRef: Type.Optional(nullable(Text)),
});

export const EntryDetailSchema = strict({
  entry: Type.Unsafe<EntryDetail['entry']>(OpenObject),
  hash: Hash,
  tables: Type.Array(Type.Unsafe<EntryDetail['tables'][number]>(OpenObject)),
  inputs: Type.Unsafe<EntryDetail['inputs']>({ type: 'string', enum: ['sealed', 'erased', 'none'] }),
  previous: nullable(Sequence),
  next: nullable(Sequence),
});

export const OpenedInputsSchema = strict({
  subject: nullable(Text),
  inputs: JsonMembers,
  note: Type.Optional(Text),
});

export const CheckpointSchema = strict({
  stream: Stream,
  size: Size,
  root: Hash,
  at: Timestamp,
  keyId: KeyId,
  signature: Text,
});

const SigningKeySchema = strict({ id: KeyId, publicKey: Text, createdAt: Timestamp, retiredAt: nullable(Timestamp) });
export const SigningKeysSchema = Type.Array(SigningKeySchema);

export const ReceiptSchema = strict({
  format: Type.Literal('steward-receipt'),
  version: Type.Literal(1),
  entry: Type.String({ description: 'Canonical JSON of the entry, as it is hashed.' }),
  path: Type.Array(Hash),
  checkpoint: CheckpointSchema,
  signingKey: SigningKeySchema,
});

export const ConsistencySchema = strict({ from: Size, to: Size, path: Type.Array(Hash) });

export const ErasureSchema = strict({
  subjectRef: Text,
  erasedAt: Timestamp,
  entries: Type.Record(Text, Type.Integer({ minimum: 0 })),
  recorded: strict({ stream: Stream, sequence: Sequence }),
});

/** Holds what is said of answers against the contract that pages and nodes are written against. */
type Says<Schema, Contract> = Schema extends Contract ? (Contract extends Schema ? true : never) : never;
export const answersAreThoseOfTheContract: [
  Says<Static<typeof AppendAnswerSchema>, AppendAnswer>,
  Says<Static<typeof StreamsSchema>, StreamSummary[]>,
  Says<Static<typeof FacetsSchema>, LedgerFacets>,
  Says<Static<typeof LineSchema>, LedgerLine>,
  Says<Static<typeof PageSchema>, LedgerPage>,
  Says<Static<typeof EntryDetailSchema>, EntryDetail>,
  Says<Static<typeof OpenedInputsSchema>, OpenedInputs>,
  Says<Static<typeof CheckpointSchema>, Checkpoint>,
  Says<Static<typeof SigningKeysSchema>, SigningKey[]>,
  Says<Static<typeof ReceiptSchema>, Receipt>,
  Says<Static<typeof ErasureSchema>, Erasure>,
] = [true, true, true, true, true, true, true, true, true, true, true];
