import type { GoldenRecord, SourceRecord, Survivorship } from '../identity/model/golden-record.ts';
import type { IdentityField, SetAside } from '../identity/model/identity-record.ts';
import type { IdentityKind, IdentityModel, ModelProvenance, Zones } from '../identity/model/identity-model.ts';
import type { PairExplanation } from '../identity/model/pair.ts';

/** The most records of one `POST /identity/match`. */
export const maxRecordsPerMatch = 1_000;

/** `POST /identity/match`: who are these? One call per execution of a node, of up to `maxRecordsPerMatch` records. */
export interface MatchRequest {
  /** @default 'person' */
  kind?: IdentityKind;
  /** The country of national phone numbers and ambiguous dates: two capital letters. */
  region?: string;
  records: MatchRecord[];
  /**
   * What is done with what is not known yet. `no`: only looked up, nothing is kept. `new-and-known`: a known record joins its
   * profile, a new one begins a profile; a doubtful one waits, in a profile of its own, for a person's answer.
   */
  keep: 'no' | 'new-and-known';
  /** Who asks: the journey's workflow and step, for the history. */
  askedBy?: { journey: string; step: string; execution: string | null };
}

export interface MatchRecord {
  /** The system's own id of the record, unique with `source`: the same again is the same record, whose values are renewed. */
  id: string;
  source: string;
  /** ISO 8601. */
  updatedAt?: string;
  /** Texts by identity field; further fields (preferences, consent) are kept for the golden record and not compared. */
  values: Readonly<Record<string, string>>;
}

export type MatchDecision = 'known' | 'new' | 'ask';

export interface MatchAnswer {
  model: { id: string; version: string };
  /** One per record, in order. */
  records: RecordMatch[];
}

export interface RecordMatch {
  decision: MatchDecision;
  /** The profile that it belongs to; of `ask` the best candidate; null where it is new and nothing is kept. */
  profileId: string | null;
  /** That it belongs to that profile, or for `new` to the best candidate (0 without one). */
  probability: number;
  /** Against the best candidate, best first, at most five; empty when nothing was near. */
  candidates: MatchCandidate[];
  setAside: readonly SetAside[];
  /** For `ask` that is kept: the question that waits for a person. */
  reviewId: string | null;
  /**
   * Known records that share a key with it and were not compared, because too many do: a customer among them was not found.
   * By blocking rule, at least so many; null: beyond the most that one record is compared with. Absent: all were.
   */
  notCompared?: { rule: string | null; records: number }[];
}

export interface MatchCandidate {
  profileId: string;
  /** Id of the record of the profile that it was explained against: the likeliest. */
  record: { id: string; source: string };
  explanation: PairExplanation;
}

/** `POST /identity/profiles/search`: in a body, because a name or an address in a URL would end up in logs. */
export interface ProfileSearch {
  /** Looked for in names, e-mails, phones and ids. */
  query?: string;
  kind?: IdentityKind;
  /** `next` of the page before. */
  before?: string;
  /** @default 50, at most 200 */
  limit?: number;
}

/** Answer to a search: newest change first. */
export interface ProfilePage {
  profiles: ProfileLine[];
  /** Pass as `before`; null: there are no more. */
  next: string | null;
}

export interface ProfileLine {
  id: string;
  kind: IdentityKind;
  /** What the golden record calls them; their id where no name is known. */
  title: string;
  records: number;
  sources: string[];
  /** Of the weakest join; 1 for one record. */
  probability: number;
  changedAt: string;
  openReviews: number;
}

/** `GET /identity/profiles/:id`. */
export interface Profile extends ProfileLine {
  createdAt: string;
  /** Null; or the profile that this one was merged into. */
  mergedInto: string | null;
  members: ProfileMember[];
  links: ProfileLink[];
  golden: GoldenRecord;
  history: IdentityChange[];
}

export interface ProfileMember {
  /** The hub's id of the record. */
  recordId: string;
  id: string;
  source: string;
  updatedAt: string | null;
  addedAt: string;
  values: Readonly<Record<string, string>>;
  setAside: readonly SetAside[];
}

/** Why two records of a profile belong together. Those of a `person` stand whatever the model says. */
export interface ProfileLink {
  /** `recordId`s. */
  left: string;
  right: string;
  madeBy: 'model' | 'person';
  explanation: PairExplanation;
}

/** What happened to profiles. Each can be undone while nothing later rests on it. */
export interface IdentityChange {
  id: string;
  kind: 'created' | 'joined' | 'merged' | 'split' | 'answered' | 'undone' | 'policy-changed';
  at: string;
  /** `person:<id>` or `key:<id>`, with a name to show. */
  by: { id: string; name: string };
  reason: string | null;
  /** Profiles concerned. */
  profiles: string[];
  /** `recordId`s that moved. */
  records: string[];
  undoable: boolean;
  /** The entry of the ledger that records it. */
  recorded: { stream: string; sequence: number } | null;
}

/** `POST /identity/profiles/:id/split {records, reason}`: these leave and make a profile of their own, never to be joined by the model again. */
export interface SplitRequest {
  records: string[];
  reason: string;
}

/** `POST /identity/merges {profiles, reason}`: all into the first. */
export interface MergeRequest {
  profiles: string[];
  reason: string;
}

/** Answer to split, merge, undo (`POST /identity/changes/:id/undo {reason}`) and to a review. */
export interface ChangeAnswer {
  change: IdentityChange;
  /** As they are afterwards. */
  profiles: ProfileLine[];
}

/** `GET /identity/reviews?state=open|answered&before=…&limit=…`: the likeliest harm first: highest probability, then oldest. */
export interface ReviewPage {
  reviews: IdentityReview[];
  next: string | null;
  open: number;
}

/** A question to a person: is the record of `left` the customer of `right`? `GET /identity/reviews/:id`, and in pages. */
export interface IdentityReview {
  id: string;
  kind: IdentityKind;
  /** Hash of what a person sees here; an answer names it, so that nobody answers a question that has changed meanwhile. */
  seen: string;
  state: 'open' | 'answered';
  askedAt: string;
  askedBy: { journey: string; step: string; execution: string | null } | null;
  left: { profileId: string; record: ProfileMember };
  right: { profileId: string; record: ProfileMember };
  explanation: PairExplanation;
  answer: null | { same: 'yes' | 'no'; reason: string; by: { id: string; name: string }; at: string };
}

/**
 * `POST /identity/reviews/:id/answers {same, reason, seen}`; `seen` is that of the review. Final once: 409 `review_answered`
 * when somebody answered before, 412 `review_changed` when the records changed since.
 */
export interface ReviewAnswer {
  same: 'yes' | 'no';
  reason: string;
  seen: string;
}

/** `GET /identity/policy?kind=person`, and `PUT` with `If-Match`: the model in force, with its zones, guards and survivorship. */
export interface IdentityPolicy {
  revision: number;
  model: IdentityModel;
  survivorship: Survivorship;
  changedAt: string;
  changedBy: { id: string; name: string } | null;
}

/** `PUT /identity/policy?kind=person` with `If-Match`: 412 `revision_conflict` when somebody changed it meanwhile. */
export interface PolicyChange {
  model: IdentityModel;
  survivorship: Survivorship;
  /** `from-now`: for records that come; `to-existing`: profiles are split and joined as the simulation said. */
  apply: 'from-now' | 'to-existing';
  reason: string;
}

/** `GET /identity/policy/revisions?kind=person`: newest first, at most 100. */
export interface PolicyRevision {
  revision: number;
  model: { id: string; version: string; zones: Zones; provenance: ModelProvenance };
  changedAt: string;
  /** Null: the one that Steward brings. */
  changedBy: { id: string; name: string } | null;
  apply: PolicyChange['apply'];
  reason: string | null;
  recorded: { stream: string; sequence: number } | null;
}

/** `POST /identity/policy/trainings {kind}`: a model learned from answers (and the records), proposed; nothing applies before `PUT`. */
export interface TrainingAnswer {
  model: IdentityModel;
  /** Answers that it was learned from. */
  answers: { same: number; different: number };
  simulation: PolicySimulation;
}

/** `POST /identity/policy/simulations {model}`: what a stricter or looser rule would do to the profiles that exist. Changes nothing. */
export interface PolicySimulation {
  profiles: number;
  records: number;
  /** Profiles that the rule would split, largest first, at most 100. */
  wouldSplit: { count: number; examples: { profile: ProfileLine; into: string[][] }[] };
  /** Profiles that it would join, at most 100. */
  wouldJoin: { count: number; examples: { profiles: ProfileLine[]; probability: number }[] };
  /** Questions to persons: how many there would be, and are. */
  reviews: { now: number; then: number };
  /** Answers of persons that the rule would contradict. */
  contradictsAnswers: number;
}

/** `POST /identity/erasures {profileId, reason}`: its records, keys, links, questions and history texts are destroyed. */
export interface IdentityErasure {
  profileId: string;
  erasedAt: string;
  records: number;
  recorded: { stream: string; sequence: number };
}

/** What an item of the Identity Resolution node carries under `identity`. */
export interface ItemIdentity {
  decision: 'profile' | MatchDecision;
  /** Of the hub, or of the batch (`batch-1`, …). */
  profileId: string | null;
  probability: number;
  /** In plain words, strongest first. */
  reasons: string[];
  /** What could not be compared, with why. */
  notCompared: { field: IdentityField | string; why: 'missing' | SetAside['reason'] }[];
  /** For `ask`: side by side with the evidence for and against. */
  question?: {
    reviewId: string | null;
    left: Readonly<Record<string, string>>;
    right: Readonly<Record<string, string>>;
    for: string[];
    against: string[];
    probability: number;
  };
  /** For a profile of the batch: the golden record's sources and conflicts. */
  golden?: GoldenRecord;
  /** Records of the profile. */
  records?: SourceRecord[];
  model: { id: string; version: string };
}
