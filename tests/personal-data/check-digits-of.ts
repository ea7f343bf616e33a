export type Weights = readonly number[];

/** Written apart from the engine's, so that one does not judge the other by the same mistake. */
export function weighted(digits: string, weights: Weights): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits[index]), 0);
}

/** The digit that makes a card number pass. */
export function luhnDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** Letters count as 10 to 35, in one large number. */
export function modulus97(text: string): number {
  return Number(BigInt([...text].map((letter) => parseInt(letter, 36)).join('')) % 97n);
}
