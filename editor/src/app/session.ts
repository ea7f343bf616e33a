import { create } from 'zustand';
import type { Me, Permission } from '../../../engine/index.ts';
import { ApiError } from './api-error.ts';
import { api } from './api.ts';

interface SessionState {
  /** Null until the hub has said so. */
  me: Me | null;
  /** Nobody is signed in. */
  signedOut: boolean;
}

/** Who is signed in. */
export const useMe = create<SessionState>(() => ({ me: null, signedOut: false }));

/**
 * Asks once who is signed in. A failure is not told here: the page's own requests tell it better.
 * @param isPublic the page needs no account: nobody is sent to sign in
 */
export function startSession(isPublic: boolean): void {
  api.me(isPublic).then(
    (me) => useMe.setState({ me, signedOut: false }),
    (error: unknown) => {
      if (error instanceof ApiError && error.kind === 'signed-out') useMe.setState({ signedOut: true });
    },
  );
}

/** True when the signed-in person may do this; false while it is not known. */
export function useMay(permission: Permission): boolean {
  return useMe(({ me }) => me?.permissions.includes(permission) ?? false);
}

/** The letters for a person's mark: of the first and the last name, or of the address. */
export function initials({ name, email }: Pick<Me, 'name' | 'email'>): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? email];
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
