import { create } from 'zustand';
import type { Me } from '../../../engine/index.ts';
import { api } from './api.ts';

/** Who is signed in; null until n8n has said so. */
export const useMe = create<{ me: Me | null }>(() => ({ me: null }));

/** Asks once who is signed in. A failure is not told here: the page's own requests tell it better. */
export function startSession(): void {
  api.me().then(
    (me) => useMe.setState({ me }),
    () => undefined,
  );
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
