import type {
  EventKind,
  IdentityChange,
  IdentityFeature,
  IdentityKind,
  IdentityModel,
  JsonObject,
  MatchRequest,
  PolicyChange,
  SetAside,
  Survivorship,
} from '../../../engine/index.ts';

/** What the identity graph keeps, as the store gives it. */

export interface StoredRecord {
  /** The hub's own name of it, `r_…`. */
  id: string;
  kind: IdentityKind;
  profileId: string;
  /** ISO 8601, UTC. */
  addedAt: string;
  content: RecordContent;
}

export interface RecordContent {
  /** The system's own id. */
  id: string;
  source: string;
  updatedAt: string | null;
  values: Readonly<Record<string, string>>;
  normalized: Readonly<Partial<Record<IdentityFeature, string>>>;
  setAside: readonly SetAside[];
}

export interface StoredProfile {
  /** `p_…`. */
  id: string;
  kind: IdentityKind;
  /** Empty for one without records. */
  title: string;
  searchText: string;
  records: number;
  sources: string[];
  probability: number;
  createdAt: string;
  changedAt: string;
  mergedInto: string | null;
  erasedAt: string | null;
}

/** Two records, the lesser id first. */
export interface RecordPair {
  left: string;
  right: string;
}

export interface StoredLink extends RecordPair {
  madeBy: 'model' | 'person';
  bits: number;
  /** Level by comparison; null: not compared. */
  levels: Readonly<Record<string, string | null>>;
}

export interface StoredReview {
  /** `q_…`. */
  id: string;
  kind: IdentityKind;
  /** `withdrawn`: what it asked about was taken back. */
  state: 'open' | 'answered' | 'withdrawn';
  /** The record that came, and the one that was known. */
  left: string;
  right: string;
  probability: number;
  askedAt: string;
  askedBy: NonNullable<MatchRequest['askedBy']> | null;
  answer: StoredAnswer | null;
}

export interface StoredAnswer {
  same: 'yes' | 'no';
  reason: string;
  by: { id: string; name: string };
  at: string;
}

/** How a question stands. */
export type ReviewStanding = Pick<StoredReview, 'state' | 'answer'>;

/** What a change did to the graph; turned around it is undone. */
export interface Effect {
  /** Records that went from one profile into another. */
  moves: { record: string; from: string; to: string }[];
  addedLinks: StoredLink[];
  removedLinks: StoredLink[];
  addedNeverLinks: RecordPair[];
  removedNeverLinks: RecordPair[];
  /** Questions that it closed, opened or withdrew. */
  reviews: { id: string; from: ReviewStanding; to: ReviewStanding }[];
}

/** What the ledger's audit stream is told of a change; nothing personal but the ids of staff. */
export interface ChangeEvent {
  kind: EventKind;
  details: JsonObject;
}

export interface StoredChange {
  /** 1, 2, 3 …, over all kinds. */
  sequence: number;
  kind: IdentityKind;
  change: IdentityChange['kind'];
  at: string;
  by: { id: string; name: string };
  reason: string | null;
  profiles: string[];
  records: string[];
  /** Null: nothing that could be undone. */
  effect: Effect | null;
  undoneBy: number | null;
  event: ChangeEvent | null;
  /** Its place in the audit stream, once it is recorded. */
  recorded: number | null;
}

export interface NewChange extends Omit<StoredChange, 'sequence' | 'undoneBy' | 'recorded'> {
  /** The change that it takes back. */
  undoes?: number;
}

export interface StoredPolicy {
  kind: IdentityKind;
  revision: number;
  model: IdentityModel;
  survivorship: Survivorship;
  changedAt: string;
  /** Null: the one that Steward brings. */
  changedBy: { id: string; name: string } | null;
  apply: PolicyChange['apply'];
  reason: string | null;
  /** Where the audit stream records it. */
  recorded: number | null;
}

/** The pair, the lesser id first. */
export function pairOf(one: string, other: string): RecordPair {
  return one < other ? { left: one, right: other } : { left: other, right: one };
}

export function pairKey({ left, right }: RecordPair): string {
  return `${left} ${right}`;
}
