/** English, German, French, Spanish, Italian, Portuguese, Dutch, by month, in base letters. */
const names = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari',
  'march mar marz maerz mrz mars marzo marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout agosto ago augustus',
  'september sept sep septembre septiembre setiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];
const months = new Map(
  names.flatMap((line, index) => line.split(' ').map((name) => [name, String(index + 1).padStart(2, '0')] as const)),
);

/**
 * The month that a word names.
 * @param word in base letters, lower case
 * @returns two digits, or null
 * @example monthOf('juin') // '06'
 */
export function monthOf(word: string): string | null {
  return months.get(word) ?? null;
}
