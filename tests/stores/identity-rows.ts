import {
  pairOf,
  type NewChange,
  type StoredLink,
  type StoredProfile,
  type StoredRecord,
  type StoredReview,
} from '../../hub/src/identity/identity.rows.ts';
import { at } from './ledger-rows.ts';

// Rows of the identity graph, whole but for what a test says of them.

export const by = { id: 'person:u1', name: 'Olive Owner' };

export function record(id: string, profileId: string, values: Record<string, string> = {}): StoredRecord {
  const content = { id: `crm-${id}`, source: 'crm', updatedAt: null, values, normalized: values, setAside: [] };
  return { id, kind: 'person', profileId, addedAt: at(1), content };
}

export function profile(id: string, changes: Partial<StoredProfile> = {}): StoredProfile {
  return {
    id,
    kind: 'person',
    title: `Title of ${id}`,
    searchText: `title of ${id}`,
    records: 1,
    sources: ['crm'],
    probability: 1,
    createdAt: at(1),
    changedAt: at(1),
    mergedInto: null,
    erasedAt: null,
    ...changes,
  };
}

export function link(one: string, other: string, changes: Partial<StoredLink> = {}): StoredLink {
  return { ...pairOf(one, other), madeBy: 'model', bits: 12.25, levels: { email: 'equal', phone: null }, ...changes };
}

export function review(id: string, left: string, right: string, changes: Partial<StoredReview> = {}): StoredReview {
  return {
    id,
    kind: 'person',
    state: 'open',
    left,
    right,
    probability: 0.75,
    askedAt: at(2),
    askedBy: null,
    answer: null,
    ...changes,
  };
}

export function change(profiles: string[], changes: Partial<NewChange> = {}): NewChange {
  return {
    kind: 'person',
    change: 'merged',
    at: at(3),
    by,
    reason: 'a reason',
    profiles,
    records: [],
    effect: null,
    event: null,
    ...changes,
  };
}
