/**
 * `exp` and `ln` from additions and multiplications alone. `Math.exp` and `Math.log` may differ in their last bits between engines;
 * with these, a score and learned weights are the same bytes everywhere.
 */

const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;

/**
 * e to the power of `x`.
 * @param x below -700 gives 0, above 700 what 700 gives
 * @returns within two units in the last place
 * @source Taylor's series after reduction by multiples of ln 2, split in two as in fdlibm's e_exp.c
 * @example portableExp(0) // 1
 */
export function portableExp(x: number): number {
  if (x < -700) return 0;
  const bounded = x > 700 ? 700 : x;
  const power = Math.round(bounded / Math.LN2);
  const rest = bounded - power * ln2High - power * ln2Low;
  let sum = 1;
  for (let term = 14; term >= 1; term--) sum = 1 + (sum * rest) / term;
  return sum * powerOfTwo(power);
}

/**
 * The natural logarithm.
 * @param x above 0
 * @source the series of the inverse hyperbolic tangent after reduction to the neighbourhood of 1
 * @example portableLn(1) // 0
 */
export function portableLn(x: number): number {
  let [mantissa, power] = [x, 0];
  for (; mantissa > Math.SQRT2; mantissa /= 2) power++;
  for (; mantissa < Math.SQRT1_2; mantissa *= 2) power--;
  const ratio = (mantissa - 1) / (mantissa + 1);
  const square = ratio * ratio;
  let sum = 0;
  for (let odd = 27; odd >= 1; odd -= 2) sum = sum * square + 1 / odd;
  return 2 * ratio * sum + power * Math.LN2;
}

/** Doubling is exact. */
function powerOfTwo(power: number): number {
  let result = 1;
  const factor = power < 0 ? 0.5 : 2;
  for (let count = Math.abs(power); count > 0; count--) result *= factor;
  return result;
}

/** The logistic function: a probability from log odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + portableExp(-logOdds));
}
