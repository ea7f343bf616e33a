import { eventKinds, type EventKind } from '../../../engine/index.ts';

/** What happened to the ledger or to the access to it: as a title, and the sign that stands for it. */
export const eventWords: Readonly<Record<EventKind, { title: string; icon: string }>> = {
  erasure: { title: 'A person was erased', icon: 'user-x' },
  'inputs-opened': { title: 'Personal inputs were opened', icon: 'eye' },
  export: { title: 'The ledger was exported', icon: 'download' },
  'signing-key-created': { title: 'A signing key was made', icon: 'fingerprint' },
  'master-key-rotated': { title: 'The master key was rotated', icon: 'rotate-ccw' },
  'api-key-created': { title: 'An API key was made', icon: 'key-round' },
  'api-key-revoked': { title: 'An API key was revoked', icon: 'ban' },
  'roles-changed': { title: 'Somebody’s roles were changed', icon: 'users' },
  'profiles-merged': { title: 'Customer profiles were merged', icon: 'merge' },
  'profile-split': { title: 'A customer profile was split', icon: 'split' },
  'review-answered': { title: 'A doubt about a customer was answered', icon: 'user-check' },
  'identity-change-undone': { title: 'A change of profiles was undone', icon: 'undo-2' },
  'identity-policy-changed': { title: 'The rule for who is one customer was changed', icon: 'scale' },
  'profile-erased': { title: 'A customer profile was erased', icon: 'user-x' },
};

/** The words of an event; a kind that this page does not know yet is shown by its own name. */
export function wordsOfEvent(kind: string): { title: string; icon: string } {
  return isEventKind(kind) ? eventWords[kind] : { title: kind, icon: 'info' };
}

export function isEventKind(kind: string): kind is EventKind {
  return eventKinds.some((known) => known === kind);
}
