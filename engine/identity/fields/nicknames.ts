import { latinLetters } from './latin-letters.ts';
import { acrossLanguages, english, french, german, italian, portuguese, spanish } from './nickname-data.ts';

interface Groups {
  members: readonly (readonly string[])[];
  of: ReadonlyMap<string, readonly number[]>;
}

let groups: Groups | null = null;

/** Read once, when first asked: nothing of the engine does anything by being loaded. */
function allGroups(): Groups {
  if (groups !== null) return groups;
  const members = [english, german, french, spanish, italian, portuguese, acrossLanguages]
    .flatMap((language) => language.replaceAll('\n', '').split('|'))
    .map((group) => [...new Set(latinLetters(group).trim().split(/ +/))]);
  const of = new Map<string, number[]>();
  members.forEach((names, index) => {
    for (const name of names) of.set(name, [...(of.get(name) ?? []), index]);
  });
  groups = { members, of };
  return groups;
}

const none: readonly number[] = [];

/**
 * The groups of names that a given name belongs to, in English, German, French, Spanish, Italian, Portuguese: two names may
 * be one person's when they share a group. Being alike is not passed on: `bill` and `will` share William's group.
 * @param name one normalized given name
 * @returns numbers that are the same on every machine, ascending; empty: no pet names are known
 * @example nicknameGroups('bill').some((group) => nicknameGroups('william').includes(group)) // true
 * @source engine/identity/fields/nickname-data.ts
 */
export function nicknameGroups(name: string): readonly number[] {
  return allGroups().of.get(name) ?? none;
}

/**
 * Other names that the same person may go by.
 * @param name one normalized given name
 * @returns without the name itself, sorted
 * @example nicknamesOf('bob') // ['bert', 'bobby', 'rab', 'rob', 'robbie', 'robby', 'robert']
 */
export function nicknamesOf(name: string): string[] {
  const { members } = allGroups();
  const others = new Set(nicknameGroups(name).flatMap((group) => members[group] as readonly string[]));
  others.delete(name);
  return [...others].sort();
}

/** Whether a word is among the given names that are known here. */
export function isGivenName(word: string): boolean {
  return allGroups().of.has(word);
}
