import { matchAt } from './finding.ts';
import type { FoldedText } from './folded-text.ts';
import { monthOf } from '../identity/fields/month-names.ts';
import { isSmallWord } from './small-words.ts';

/** A part of an address: a street with its number, a town with its postcode, a box, a flat. */
export interface AddressPart {
  kind: 'street' | 'town' | 'box' | 'unit';
  start: number;
  end: number;
  /** Whether it is an address by itself; others only count beside one that is. */
  isCertain: boolean;
}

const word = "[\\p{L}][\\p{L}'.]{0,24}(?:-[\\p{L}']{1,24}){0,4}";
const number =
  '[0-9]{1,5}(?![0-9])(?: ?(?:[a-z]|bis|ter)(?![\\p{L}]))?(?: ?[-/] ?(?:[0-9]{1,4}|[a-z])(?![\\p{L}\\p{N}]))?';
const numberWord = '(?:,? {0,2}\\n?(?:n[o°r]?\\.?[o°]?|num\\.?|numero|nummer|nr\\.?)? {0,2})';
const english =
  'street|st|road|rd|lane|ln|avenue|ave|drive|dr|close|court|ct|crescent|cres|place|square|sq|terrace|way|boulevard|blvd|grove|gardens|mews|hill|parade|highway|hwy|parkway|pkwy|circle|row|walk|quay|gate|rise|view|park';
/** The types that are streets in small letters, too: `1 million square miles` is none. */
const lowerTypes = /(?:street|road|rd\.?|avenue|ave\.?|lane|crescent|boulevard|blvd\.?)$/;
const frenchTypes =
  'rue|avenue|av\\.?|boulevard|bd\\.?|bld\\.?|place|pl\\.|impasse|chemin|allees?|quai|cours|route|rte\\.?|square|passage|faubourg|fbg|villa|cite|residence|lotissement|hameau|lieu-dit';
const southern =
  'calle|c/|cl\\.|avda?\\.?|avenida|plaza|pza\\.?|paseo|p\\.o|carrera|cra\\.|camino|ronda|travesia|glorieta|urbanizacion|callejon|carretera|ctra\\.?|' +
  'via|viale|v\\.le|piazza|p\\.?zza|piazzale|corso|c\\.so|largo|vicolo|strada|contrada|lungotevere|lungomare|' +
  'rua|r\\.|av\\.|travessa|praca|alameda|estrada|rodovia|beco|calcada|quinta|bairro|rue|avenue|boulevard|place|chemin|carrer|passeig';
/** Words as well: only with a capital after them. */
const weakTypes =
  /^(?:via|largo|place|corso|strada|quinta|camino|ronda|r\.|av\.?|cl\.|cours|route|passage|cite|villa|square|estrada|cra\.?|carrera)$/;

const englishStreet = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])${number},?(?: {1,2}|\\n)((?:${word} {1,2}){1,4})(?:${english})(?![\\p{L}])\\.?(?: (?:nw|ne|sw|se|north|south|east|west|n|s|e|w)(?![\\p{L}]))?`,
  'gu',
);
const frenchStreet = new RegExp(
  `(?<![\\p{L}\\p{N}.,:])[0-9]{1,4}(?: ?(?:bis|ter|quater|[a-d])(?![\\p{L}]))?,?(?: {1,2}|\\n)(${frenchTypes}) {1,2}`,
  'gu',
);
const southernStreet = new RegExp(
  `(?<![\\p{L}\\p{N}])(${southern})(?: {1,2}|(?<=[./]) {0,2})((?:(?:\\p{L}{1,4}\\.|[0-9]{1,2}|\\p{L}[\\p{L}'-]{0,24}) {1,2}){0,4}(?:[0-9]{1,2}(?=,)|\\p{L}[\\p{L}'-]{0,24}))${numberWord}(${number})(?! ?(?:euro|€|%|volte|veces|vezes|fois|giorni|dias|jours|ore|horas|heures|min))`,
  'gu',
);
const germanSuffix =
  '(?:stras?se|str\\.|str|weg|gasse|gassle|allee|platz|ring|ufer|damm|chaussee|stieg|steig|pfad|markt|graben|wall|hof|kamp|twiete|promenade|straat|laan|plein|gracht|gatan|vej|vagen)';
const germanStreet = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:[\\p{L}][\\p{L}.]{0,24}-){0,4}[\\p{L}]{0,30}${germanSuffix})${numberWord}((?![0-9]{4})${number})(?! ?(?:euro|€|uhr|min|tag|stund|meter|mal))`,
  'gu',
);
const germanPhrase = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:am|an der|an den|im|in der|in den|unter den|auf der|auf dem|auf den|zum|zur|bei der|beim|vor dem|hinter der|neuer|neue|neues|alter|alte|lange|langer|hoher|obere|untere|grosse|grose|kleine)(?: {1,2}${word}){1,3}) {1,2}(${number})`,
  'gu',
);
/** Where such a phrase with a number ends like an address, or is said to be one. */
const endsLikeAddress = / {0,2}[,\n]| {0,2}-? {0,2}(?:[a-z]-)?[0-9]{5}|\.? {0,2}(?:$|\n)|\. /y;
const saidAddress = /(?:adresse|anschrift|wohn[a-z]{1,5}|umgezogen|umzug)[a-z :\n]{0,16}$/;
/** In small letters, too. */
const alwaysStreet = /(?:stras?se|str\.|gasse|allee|chaussee|straat|laan|gracht)$/;
/** Of compounds that end like a street and are none. */
const noStreet =
  /(?:arbeits|sitz|park|stell|steh|liege|speicher|start|ziel|um|ruck|hin|heim|super|arbeitsm|wochen|flug|steuer|fahr|voll)(?:platz|weg|markt)$|^(?:weg|platz|ring|hof|markt|wall|damm|graben|kamp|ufer|steig|pfad|str|straat|laan|plein)$|fahrrad|bahnhof$|flughafen|spring$|during$|string$|bring$|monitoring$|engineering$|(?:ab|an|auf|aus|ein|um)stieg$|firewall$/;
const months =
  /^(?:am|im|in der|zum|zur|in den|auf dem|auf der|auf den|an den|bei der|beim) (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|jahr|monat|tag|punkt|kapitel|absatz|seite|schritt|preis|wert|level|stand|regal|zimmer|gleis|filiale|version|nummer|woche|letzten|nachsten)/;

const unit =
  /(?:flat|apt\.?|apartment|unit|suite|ste\.?|room|apto\.?|apartamento|piso|planta|puerta|escalera|esc\.?|etage|appt\.?|appartement|bat\.?|batiment|stock|whg\.?|wohnung|interno|int\.?|scala|piano|bloco|andar|sala|lote|casa|#)(?:[ .]{1,2}|(?<=#)|(?=[0-9]))(?:n[o°]\.? ?)?[0-9a-z]{1,4}(?![\p{L}\p{N}])|[0-9]{1,2}\.?[oaº°]? ?(?:izq(?:da)?|izda|dcha|dch|esq|dto|frente|fte|andar|piso|og|eg|dg|stock|etage|floor|[a-h])(?![\p{L}\p{N}])\.?/gu;
const box = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:p\\.? ?o\\.? ?box|post office box|postfach|bp|boite postale|b\\.p\\.|apartado(?: de correos)?|apdo\\.?(?: de correos)?|casella postale|c\\. ?p\\.|caixa postal|postbus|postboks) {0,2}(?:n[or°]?\\.? ?)?[0-9][0-9 ]{1,8}[0-9]`,
  'gu',
);
const connector =
  /^(?:de|du|des|la|le|les|l|d|del|della|delle|dei|degli|dell|dello|di|da|do|das|dos|el|los|las|et|e|y|the|of|saint|sainte|san|santa|von|van|der|den|dem|zum|zur|am|an|im)$/;

/** Streets with numbers, boxes and flats. */
export function streetParts(text: FoldedText): AddressPart[] {
  const { base, plain } = text;
  const parts: AddressPart[] = [];
  const add = (kind: AddressPart['kind'], start: number, end: number, isCertain = true) =>
    parts.push({ kind, start, end, isCertain });
  for (const match of base.matchAll(englishStreet)) {
    const named = match.index + match[0].indexOf(match[1] as string);
    if (areNames(text, named, match[1] as string) && (hasCapital(plain.slice(named, named + 1)) || lowerTypes.test(match[0]))) add('street', match.index, match.index + match[0].length);
  }
  for (const match of base.matchAll(frenchStreet)) {
    const end = nameEnd(text, match.index + match[0].length, weakTypes.test(match[1] as string));
    if (end !== null) add('street', match.index, end);
  }
  for (const match of base.matchAll(southernStreet)) {
    const [, type = '', name = ''] = match;
    const named = base.indexOf(name, match.index + type.length);
    const written = plain.slice(named, named + name.length);
    const first = written.split(' ').find((part) => !connector.test(part.toLowerCase()) && !/^[0-9]/.test(part)) ?? '';
    const isNamed = hasCapital(weakTypes.test(type) ? first : written);
    if (isNamed || (!weakTypes.test(type) && areNames(text, named, name))) add('street', match.index, match.index + match[0].length);
  }
  for (const match of base.matchAll(germanStreet)) {
    const isStreet = alwaysStreet.test(match[1] as string) || hasCapital(plain.slice(match.index, match.index + 1));
    if (isStreet && !noStreet.test(match[1] as string)) add('street', withNamesBefore(text, match.index), match.index + match[0].length);
  }
  for (const match of base.matchAll(germanPhrase)) {
    const [, phrase = ''] = match;
    const last = phrase.split(/ +/).at(-1) as string;
    const lastAt = match.index + phrase.length - last.length;
    const end = match.index + match[0].length;
    const isAddress = matchAt(endsLikeAddress, base, end) !== null || saidAddress.test(base.slice(Math.max(0, match.index - 30), match.index));
    if (isAddress && !months.test(phrase) && hasCapital(plain.slice(lastAt, lastAt + 1))) add('street', match.index, match.index + match[0].length);
  }
  for (const { 0: match, index } of base.matchAll(box)) add('box', index, index + match.length);
  for (const { 0: match, index } of base.matchAll(unit)) add('unit', index, index + match.length, false);
  return parts;
} // prettier-ignore

/** Names of streets have capitals; in a text without any, they are at least no small words. */
function areNames({ plain }: FoldedText, start: number, names: string): boolean {
  const written = plain.slice(start, start + names.length);
  const words = written.split(/[^\p{L}']+/u).filter((part) => part !== '');
  if (words.some((part) => hasCapital(part.charAt(0)))) return words.every((part) => hasCapital(part.charAt(0)) || connector.test(part.toLowerCase()));
  return words.every((part) => connector.test(part) || !isSmallWord(part)) && words.some((part) => !connector.test(part));
} // prettier-ignore

const nameWord = /(?:[dl]')?[\p{L}0-9][\p{L}0-9'.]{0,24}(?:-[\p{L}']{1,24}){0,4}/uy;
const mostNameWords = 7;

/** The end of a street's name that follows its type: names with capitals, and the small words between them. */
function nameEnd({ plain, base }: FoldedText, start: number, needsCapital: boolean): number | null {
  let end: number | null = null;
  let at = start;
  let isLower = false;
  let isAfterMonth = false;
  for (let count = 0; count < mostNameWords; count++) {
    const [written] = matchAt(nameWord, plain, at) ?? [];
    if (written === undefined) break;
    const bare = written.toLowerCase().replace(/^[dl]'/, '');
    const isConnector = connector.test(bare.replace(/\.$/, ''));
    const isName = /\p{Lu}/u.test(written.replace(/^[dl]'/i, '').charAt(0)) || (/^[0-9]{1,2}$/.test(written) && count > 0) || (isAfterMonth && /^[0-9]{4}\.?$/.test(written));
    const isMonth = monthOf(base.slice(at, at + written.length)) !== null && end !== null && /[0-9]/.test(plain.charAt(end - 1));
    if (!isConnector && !isName && !isMonth) {
      // All in small letters: one or two words that are no small words.
      if (needsCapital || (end !== null && !isLower) || isSmallWord(bare)) break;
      isLower = true;
    }
    at += written.length;
    isAfterMonth = isMonth;
    if (!isConnector) end = /\.$/.test(written) ? at - 1 : at;
    if (/^ {1,2}[^ ]/.exec(plain.slice(at, at + 3)) === null || /\.$/.test(written)) break;
    at += plain[at + 1] === ' ' ? 2 : 1;
  }
  return end;
} // prettier-ignore

/** `Lange Straße`, `Karl-Marx-Allee`: the word before a separate `Straße` belongs to it. */
function withNamesBefore({ plain }: FoldedText, start: number): number {
  if (!/^(?:stra(?:ss|ß)e|allee|weg|platz|gasse|ring|ufer|promenade|markt)/i.test(plain.slice(start, start + 10))) return start;
  const before = /(?:^|[^\p{L}])((?:\p{Lu}[\p{L}.-]{1,24} ){1,2})$/u.exec(plain.slice(Math.max(0, start - 56), start));
  return before === null ? start : start - (before[1] as string).length;
} // prettier-ignore

function hasCapital(text: string): boolean {
  return /\p{Lu}|\p{Lt}/u.test(text);
}
