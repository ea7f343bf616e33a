/** Values of 0–9 and A–Z at odd places, counted from one. */
const oddPlaces = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/**
 * Whether the last letter is the one that the others ask for.
 * @param id 16 capitals and digits
 * @example passesCodiceFiscale('RSSMRA85T10A562S') // true
 * @source Decreto MEF 12 March 1974 (codice fiscale), control character
 */
export function passesCodiceFiscale(id: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const value = parseInt(id.charAt(index), 36);
    const place = value > 9 ? value - 10 : value;
    sum += index % 2 === 0 ? (oddPlaces[place] as number) : place;
  }
  return String.fromCharCode(65 + (sum % 26)) === id.charAt(15);
}
