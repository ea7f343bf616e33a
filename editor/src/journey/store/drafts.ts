import type { Journey } from '../../../../engine/index.ts';

/** Edits that have not reached the hub yet, kept in the browser so that a reload or a crash loses nothing. */
export interface Draft {
  /** The revision that the edits were made on. */
  revision: number;
  document: Journey;
  /** ISO 8601, UTC. */
  at: string;
}

/** The part of `localStorage` that drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface Drafts {
  /** The newest draft of the journey, or null. */
  read(): Draft | null;
  /** False when the browser refused to keep it (no space, storage forbidden). */
  write(draft: Draft): boolean;
  /** Forgets the edits that were made on that revision. */
  clear(revision: number): void;
}

const prefix = 'steward.draft.';

/** Drafts of one journey, one per revision, so that two tabs never overwrite what the other started from. */
export function createDrafts(storage: DraftStorage, journeyId: string): Drafts {
  const keyOf = (revision: number) => `${prefix}${journeyId}.${revision}`;
  return {
    read() {
      const found: Draft[] = [];
      for (let index = 0; index < storage.length; index += 1) {
        const key = storage.key(index);
        if (key === null || !key.startsWith(`${prefix}${journeyId}.`)) continue;
        const draft = parseDraft(storage.getItem(key));
        if (draft !== null) found.push(draft);
      }
      found.sort((a, b) => (a.at < b.at ? 1 : -1));
      return found[0] ?? null;
    },
    write(draft) {
      try {
        storage.setItem(keyOf(draft.revision), JSON.stringify(draft));
        return true;
      } catch {
        return false;
      }
    },
    clear(revision) {
      storage.removeItem(keyOf(revision));
    },
  };
}

function parseDraft(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text) as Partial<Draft>;
    if (typeof draft.revision !== 'number' || typeof draft.at !== 'string' || !Array.isArray(draft.document?.steps))
      return null;
    return draft as Draft;
  } catch {
    return null;
  }
}
