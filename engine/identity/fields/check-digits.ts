/** Sum of digits times weights, the first digit with the first weight; letters count as their code says. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < weights.length; index++) sum += Number(digits.charAt(index)) * (weights[index] as number);
  return sum;
}

/**
 * @example passesLuhn('79927398713') // true
 * @source ISO/IEC 7812-1, annex B
 */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/**
 * Remainder of a long number, letters as 10 to 35.
 * @example remainder('5493001KJTIIGC8Y1R12', 97) // 1
 * @source ISO/IEC 7064 (MOD 97-10)
 */
export function remainder(text: string, modulus: number): number {
  let rest = 0;
  for (const letter of text) {
    const value = parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % modulus;
  }
  return rest;
}

/**
 * The check digit of German tax numbers and VAT ids.
 * @source ISO/IEC 7064 (MOD 11,10)
 */
export function passesMod1110(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}
