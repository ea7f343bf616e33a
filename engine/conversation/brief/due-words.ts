/** Words that say until when, in six languages, as one list each. */

/** Monday is 1, as in ISO 8601. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  [
    ['monday', 'montag', 'lundi', 'lunes', 'lunedì', 'segunda'],
    ['tuesday', 'dienstag', 'mardi', 'martes', 'martedì', 'terça'],
    ['wednesday', 'mittwoch', 'mercredi', 'miércoles', 'mercoledì', 'quarta'],
    ['thursday', 'donnerstag', 'jeudi', 'jueves', 'giovedì', 'quinta'],
    ['friday', 'freitag', 'vendredi', 'viernes', 'venerdì', 'sexta'],
    ['saturday', 'samstag', 'samedi', 'sábado', 'sabato'],
    ['sunday', 'sonntag', 'dimanche', 'domingo', 'domenica'],
  ].flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
);

/** What such a word stands behind: "by Friday", "bis Freitag". Without one, "segunda vez" would be a Monday. */
export const untilWords = new Set(
  'by until till on before this next bis am vor diesen nächsten avant le ce d ici pour el antes este del próximo hasta para entro il prima di questo lunedì até na no antes nesta próxima'.split(
    ' ',
  ),
);

export const withinWords = new Set('in within innerhalb binnen von dans sous en dentro de entro tra fra em'.split(' '));

export const days: ReadonlyMap<string, number> = new Map([
  ...'today heute hoy oggi hoje tonight'.split(' ').map((word) => [word, 0] as const),
  ...'tomorrow morgen demain mañana domani amanhã'.split(' ').map((word) => [word, 1] as const),
]);

export const units: ReadonlyMap<string, 'hour' | 'day' | 'week'> = new Map([
  ...'hour hours h hrs stunde stunden heure heures hora horas ora ore'
    .split(' ')
    .map((word) => [word, 'hour'] as const),
  ...'day days tag tage tagen jour jours día días giorno giorni dia dias'
    .split(' ')
    .map((word) => [word, 'day'] as const),
  ...'week weeks woche wochen semaine semaines semana semanas settimana settimane'
    .split(' ')
    .map((word) => [word, 'week'] as const),
]);

/** Days of which only some count; no date is told from them, since holidays are not known. */
export const workingDayWords = new Set(
  'working business werktage werktagen werktag arbeitstage arbeitstagen ouvrés ouvrables hábiles laborables lavorativi úteis'.split(
    ' ',
  ),
);

export const numerals: ReadonlyMap<string, number> = new Map(
  [
    ['one', 'a', 'an', 'einer', 'einem', 'einen', 'une', 'un', 'una', 'uno', 'um', 'uma'],
    ['two', 'zwei', 'deux', 'dos', 'due', 'dois', 'duas'],
    ['three', 'drei', 'trois', 'tres', 'tre', 'três'],
    ['four', 'vier', 'quatre', 'cuatro', 'quattro', 'quatro'],
    ['five', 'fünf', 'cinq', 'cinco', 'cinque'],
    ['six', 'sechs', 'seis', 'sei'],
    ['seven', 'sieben', 'sept', 'siete', 'sette', 'sete'],
    ['eight', 'acht', 'huit', 'ocho', 'otto', 'oito'],
    ['nine', 'neun', 'neuf', 'nueve', 'nove'],
    ['ten', 'zehn', 'dix', 'diez', 'dieci', 'dez'],
  ].flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);
