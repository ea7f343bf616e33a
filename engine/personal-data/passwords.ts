import { matchAt, sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { passwordWords } from './said-words.ts';

const said = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${passwordWords})(?![\\p{L}\\p{N}_])`, 'gu');
/** A sign that what comes after is the password, or a verb that only likely says so. */
const sign = / {0,2}(?:(?:is|ist|lautet|est|es|e|era|was|war) {0,2})?(?:[:=]|->) {0,2}["']?|[ ]{1,2}["']/y;
const verb =
  / {1,2}(?:is|ist|lautet|heisst|est|es|e|era|was|war|set to|gesetzt auf)(?: now| jetzt| maintenant| ahora| adesso| agora)? {1,2}["']?/y;
const value = /[^\s"'\ue000]{3,64}/y;
const spaced = / {0,3}\n? {0,3}/y;
const trailing = /[.,;:!?)]{1,3}$/;

/**
 * What is said to be a password, a key or a token. After a colon anything counts; after "is" only what has digits or signs
 * or capitals within, for "my password is wrong" is a complaint.
 */
export function findPasswords({ plain, base }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  for (const match of base.matchAll(said)) {
    const from = match.index + match[0].length;
    const signed = matchAt(sign, base, from);
    const joined = signed ?? matchAt(verb, base, from) ?? matchAt(/ {1,2}/y, base, from);
    if (joined === null) continue;
    let start = from + joined[0].length;
    if (signed !== null) start += matchAt(spaced, base, start)?.[0].length ?? 0;
    const [word] = matchAt(value, plain, start) ?? [];
    const written = word?.replace(trailing, '') ?? '';
    if (written.length < 3) continue;
    if (signed === null ? !hasDigitsOrSigns(written) : !mayBePassword(written)) continue;
    // The full stop of a sentence, but a sign of the password where nothing else follows on the line.
    const end = start + (signed !== null && /[!?]$/.test(word ?? '') ? (word ?? '').length : written.length);
    findings.push({
      class: 'credential',
      start,
      end,
      sure: sureness.said,
      reason: 'said to be a password, a key or a token',
    });
  }
  return findings;
}

function hasDigitsOrSigns(word: string): boolean {
  return /[0-9]/.test(word) ? /[A-Za-z\W_]/.test(word) || word.length >= 6 : /[a-z][A-Z]|[@#$%^&*_+=~]/.test(word);
}

function mayBePassword(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word) && !/^https?:/i.test(word);
}
