const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/;

/**
 * Adds numbers as they are written in decimal, so that 0.1 and 0.2 make 0.3. The order makes no difference, however far the
 * numbers lie apart: no double needs more than some 700 digits.
 * @param numbers finite numbers; none of them makes 0
 * @returns the double nearest to the sum; Infinity when it is beyond all doubles
 * @example sumDecimals([0.1, 0.2]) // 0.3
 * @source DMN 1.5, 10.3.2.3.1 (FEEL's numbers are decimals of 34 digits)
 */
export function sumDecimals(numbers: readonly number[]): number {
  let sum = 0;
  let exact = true;
  for (const number of numbers) {
    sum += number;
    exact &&= Number.isSafeInteger(number) && Number.isSafeInteger(sum);
  }
  if (exact) return sum + 0;
  const decimals = numbers.map(decimalOf);
  let lowest = Infinity;
  for (const { exponent } of decimals) lowest = Math.min(lowest, exponent);
  let digits = 0n;
  for (const decimal of decimals) digits += decimal.digits * 10n ** BigInt(decimal.exponent - lowest);
  return Number(`${digits}e${lowest}`);
}

/** A number as digits × 10^exponent. */
function decimalOf(number: number): { digits: bigint; exponent: number } {
  const [, sign = '', whole = '0', fraction = '', power = '0'] = parts.exec(String(number)) ?? [];
  return { digits: BigInt(sign + whole + fraction), exponent: Number(power) - fraction.length };
}
