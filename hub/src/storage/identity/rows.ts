import type { Selectable } from 'kysely';
import type { IdentityKind, IdentityModel, PolicyChange, Survivorship } from '../../../../engine/index.ts';
import type {
  ChangeEvent,
  Effect,
  RecordContent,
  RecordPair,
  StoredAnswer,
  StoredChange,
  StoredLink,
  StoredPolicy,
  StoredProfile,
  StoredRecord,
  StoredReview,
} from '../../identity/identity.rows.ts';
import type {
  IdentityChangesTable,
  IdentityLinksTable,
  IdentityPoliciesTable,
  IdentityProfilesTable,
  IdentityRecordsTable,
  IdentityReviewsTable,
} from '../schema.identity.ts';

/** Rows as the identity graph knows them. */

export function toRecord(row: Selectable<IdentityRecordsTable>): StoredRecord {
  return {
    id: row.id,
    kind: row.kind as IdentityKind,
    profileId: row.profile_id,
    addedAt: row.added_at,
    content: JSON.parse(row.content) as RecordContent,
  };
}

export function toProfile(row: Selectable<IdentityProfilesTable>): StoredProfile {
  return {
    id: row.id,
    kind: row.kind as IdentityKind,
    title: row.title,
    searchText: row.search_text,
    records: row.records,
    sources: JSON.parse(row.sources) as string[],
    probability: row.probability,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    mergedInto: row.merged_into,
    erasedAt: row.erased_at,
  };
}

export function toPair(row: { left_record: string; right_record: string }): RecordPair {
  return { left: row.left_record, right: row.right_record };
}

export function toLink(row: Selectable<IdentityLinksTable>): StoredLink {
  return {
    ...toPair(row),
    madeBy: row.made_by as StoredLink['madeBy'],
    bits: row.bits,
    levels: JSON.parse(row.levels) as StoredLink['levels'],
  };
}

export function toReview(row: Selectable<IdentityReviewsTable>): StoredReview {
  return {
    id: row.id,
    kind: row.kind as IdentityKind,
    state: row.state as StoredReview['state'],
    left: row.left_record,
    right: row.right_record,
    probability: row.probability,
    askedAt: row.asked_at,
    askedBy: row.asked_by === null ? null : (JSON.parse(row.asked_by) as StoredReview['askedBy']),
    answer: row.answer === null ? null : (JSON.parse(row.answer) as StoredAnswer),
  };
}

export function toChange(row: Selectable<IdentityChangesTable>, profiles: string[]): StoredChange {
  return {
    sequence: row.sequence,
    kind: row.kind as IdentityKind,
    change: row.change as StoredChange['change'],
    at: row.at,
    by: { id: row.by_id, name: row.by_name },
    reason: row.reason,
    profiles,
    records: JSON.parse(row.records) as string[],
    effect: row.effect === null ? null : (JSON.parse(row.effect) as Effect),
    undoneBy: row.undone_by,
    event: row.event === null ? null : (JSON.parse(row.event) as ChangeEvent),
    recorded: row.recorded,
  };
}

export function toPolicy(row: Selectable<IdentityPoliciesTable> & { recorded: number | null }): StoredPolicy {
  return {
    kind: row.kind as IdentityKind,
    revision: row.revision,
    model: JSON.parse(row.model) as IdentityModel,
    survivorship: JSON.parse(row.survivorship) as Survivorship,
    changedAt: row.changed_at,
    changedBy: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
    apply: row.apply as PolicyChange['apply'],
    reason: row.reason,
    recorded: row.recorded,
  };
}
