const unknown = new Set(
  (
    'unknown unbekannt inconnu inconnue desconocido desconocida sconosciuto sconosciuta desconhecido desconhecida onbekend okand ' +
    'n/a na n.a. n.a n\\a #n/a #na nil none null nan undefined void blank empty leer keine keiner keins kein ninguno ninguna nessuno nenhum aucun ' +
    'tbd tba tbc todo xxx xx xxxx zzz zzzz yyy abc abcd asdf asdfg qwerty qwertz test testing tester dummy sample example beispiel muster ' +
    'anonymous anonym anonyme anonimo not_applicable notapplicable unspecified missing nothing no_name noname nobody - -- --- . .. ... ? ?? ??? / _'
  ).split(' '),
);
const unknownPhrases = new Set([
  'not applicable', 'not available', 'not known', 'not provided', 'not given', 'not specified', 'no name', 'no email', 'no mail', 'no phone',
  'no address', 'no data', 'no value', 'no last name', 'no first name', 'no surname', 'k a', 'k.a.', 'keine angabe', 'nicht bekannt', 'nicht angegeben',
  'nicht vorhanden', 's n', 's/n', 's.n.', 'sin nombre', 'sin datos', 'sin apellido', 'sans nom', 'non renseigne', 'non disponible', 'pas de nom',
  'non disponibile', 'senza nome', 'sem nome', 'nao informado', 'test test', 'test user', 'test customer', 'test account', 'n a',
  'first name', 'last name', 'firstname', 'lastname', 'given name', 'family name', 'surname', 'vorname', 'nachname',
]); // prettier-ignore

/** People of forms and examples. chosen: Mario Rossi and Jan Novák are common real names and are not among them. */
const samplePeople = new Set([
  'john doe', 'jane doe', 'john q public', 'joe bloggs', 'jane bloggs', 'max mustermann', 'maxi mustermann', 'erika mustermann', 'maria mustermann',
  'erika musterfrau', 'maria musterfrau', 'mickey mouse', 'donald duck', 'test person', 'jean dupont test', 'juan perez prueba', 'foo bar',
]); // prettier-ignore

/**
 * Whether a text stands for "unknown", whatever the field.
 * @param text lower case
 * @example isPlaceholder('n/a') // true
 */
export function isPlaceholder(text: string): boolean {
  return unknown.has(text) || unknownPhrases.has(text);
}

/** Names that could be one: `Na` and `Abc` are names or parts of such, `none` is not. */
const realNames = new Set('na abc void tester muster sample nil empty test'.split(' '));

/** @param name normalized */
export function isPlaceholderName(name: string): boolean {
  if (realNames.has(name)) return name === 'test' || name === 'nil';
  return isPlaceholder(name) || samplePeople.has(name) || sameLetters.test(name);
}
const sameLetters = /^(.)\1{2,}$/u;

/**
 * Whether given and family name together are a person of forms and examples.
 * @example isSamplePerson('max', 'mustermann') // true
 */
export function isSamplePerson(given: string, family: string): boolean {
  return (
    family === 'mustermann' ||
    family === 'musterfrau' ||
    samplePeople.has(`${given} ${family}`) ||
    (given === 'test' && family === 'test')
  );
}

/**
 * Whether digits are typed only to fill a field: one digit repeated, or counted up or down.
 * @param digits digits alone
 * @example isFillerNumber('1234567') // true
 * @example isFillerNumber('000000') // true
 */
export function isFillerNumber(digits: string): boolean {
  if (digits.length < 4) return /^0+$/.test(digits);
  return /^(\d)\1+$/.test(digits) || '01234567890123456789'.includes(digits) || '98765432109876543210'.includes(digits);
}
