import { matchAt, sureness, type Finding } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { passwordWords, userWords } from './said-words.ts';
import { isSmallWord } from './small-words.ts';

const saidBy = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words})(?![\\p{L}\\p{N}_])`, 'gu');
const rules = [
  { words: saidBy(passwordWords), class: 'credential', reason: 'said to be a password, a key or a token' },
  { words: saidBy(userWords), class: 'customer-number', reason: 'said to be the name of an account' },
] as const;
/** A sign that what comes after is the password, or a verb that only likely says so. */
const sign = / {0,2}(?:(?:is|ist|lautet|est|es|e|era|was|war) {0,2})?(?:[:=]|->) {0,2}["']?|[ ]{1,2}["']/y;
const verb =
  / {1,2}(?:is|ist|lautet|heisst|est|es|e|era|was|war|set to|gesetzt auf)(?: now| jetzt| maintenant| ahora| adesso| agora)? {1,2}["']?/y;
const value = /[^\s"'\ue000]{3,64}/y;
const spaced = / {0,3}\n? {0,3}/y;
const trailing = /[.,;:!?)]{1,3}$/;

/** What a password or an account may be said to be, other than itself. */
const states = new Set(
  (
    'wrong incorrect invalid expired locked blocked gone lost forgotten unknown broken old new correct right changed reset empty case required missing stolen known needed safe secure weak strong different fine good bad okay being always never apparently supposedly ' +
    'falsch ungultig abgelaufen gesperrt weg verloren vergessen unbekannt kaputt alt neu richtig korrekt geandert leer notig gestohlen bekannt sicher unsicher angeblich immer ' +
    'faux fausse incorrect incorrecte invalide expire expiree bloque bloquee perdu perdue oublie inconnu ancien nouveau bon bonne change changee vide obligatoire vole connu errone erronee refuse refusee ' +
    'incorrecta incorrecto invalida invalido caducada caducado bloqueada bloqueado perdida perdido olvidada desconocida vieja nueva nuevo correcta correcto cambiada vacia obligatoria robada erronea falsa ' +
    'sbagliata sbagliato errata errato scaduta scaduto bloccata bloccato persa perso dimenticata sconosciuta vecchia nuova nuovo giusta corretta corretto cambiata vuota obbligatoria rubata stata ' +
    'errada errado incorreta incorreto expirada expirado bloqueada perdida esquecida desconhecida velha nova novo certa correta correto alterada vazia obrigatoria roubada inválida'
  ).split(' '),
);

/**
 * What is said to be a password, a key, a token or the name of an account. After a colon anything counts; after "is" what has
 * digits, signs or capitals within, or is no word that passwords are complained of with: "my password is wrong".
 */
export function findPasswords({ plain, base }: FoldedText): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    for (const match of base.matchAll(rule.words)) {
      const place = valueAfter(plain, base, match.index + match[0].length);
      if (place !== null) {
        const [start, end] = place;
        findings.push({ class: rule.class, start, end, sure: sureness.said, reason: rule.reason });
      }
    }
  }
  return findings;
}

function valueAfter(plain: string, base: string, from: number): [number, number] | null {
  const signed = matchAt(sign, base, from);
  const said = signed ?? matchAt(verb, base, from);
  const joined = said ?? matchAt(/ {1,2}/y, base, from);
  if (joined === null) return null;
  let start = from + joined[0].length;
  if (signed !== null) start += matchAt(spaced, base, start)?.[0].length ?? 0;
  const word = matchAt(value, plain, start)?.[0] ?? '';
  const written = word.replace(trailing, '');
  if (written.length < 3 || !/[\p{L}\p{N}]/u.test(written) || /^https?:/i.test(written)) return null;
  const lower = base.slice(start, start + written.length);
  const isValue =
    signed !== null || hasDigitsOrSigns(written) || (said !== null && !isSmallWord(lower) && !states.has(lower));
  if (!isValue) return null;
  // A mark at the end is the sentence's, but after a colon it may be the password's.
  return [start, start + (signed !== null && /[!?]$/.test(word) ? word : written).length];
}

function hasDigitsOrSigns(word: string): boolean {
  return /[0-9]/.test(word) ? /[A-Za-z\W_]/.test(word) || word.length >= 6 : /[a-z][A-Z]|[@#$%^&*_+=~]/.test(word);
}
