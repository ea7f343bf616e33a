/** Share of what is missing that each equal leading character gives back. @source Winkler 1990 */
const prefixShare = 0.1;
/** Leading characters that count. @source Winkler 1990 */
const longestPrefix = 4;
/** Only texts that are alike without it get the boost. @source Winkler's strcmp95.c */
const boostAbove = 0.7;

/**
 * Jaro similarity: the share of characters that both have near the same place, less half of those out of order.
 * @param left, right any texts, compared by UTF-16 unit
 * @returns 0 (nothing in common) to 1 (equal); 1 for two empty texts, 0 for one. The same in both directions: of two texts the
 *   shorter one looks for its characters in the longer one (of equal length: the one that sorts first)
 * @example jaro('martha', 'marhta') // 0.944…
 * @source M. A. Jaro, Advances in record-linkage methodology, JASA 84 (1989); out-of-order characters are halved without rounding
 */
export function jaro(left: string, right: string): number {
  if (left === right) return 1;
  const swap = left.length > right.length || (left.length === right.length && left > right);
  return jaroOfShorter(swap ? right : left, swap ? left : right);
}

// Written anew by every call: to make them anew costs more than the comparison. Longer texts get their own.
const ready = { taken: new Uint8Array(64), matched: new Uint16Array(64) };

/** Texts of up to so many units fit the bits of a number. */
const bitsOfNumber = 32;
/** By the low byte of a character: its places in the longer text, a bit for each. All 0 between two calls. */
const places = new Int32Array(256);

function jaroOfShorter(short: string, long: string): number {
  if (short.length === 0) return 0;
  return long.length <= bitsOfNumber ? jaroByBits(short, long) : jaroByPlaces(short, long);
}

/**
 * The same as `jaroByPlaces`, looking at all places of a character at once.
 * @source the idea: H. Hyyrö, Bit-parallel approximate string matching algorithms with transposition, 2003
 */
function jaroByBits(short: string, long: string): number {
  for (let at = 0; at < long.length; at++) {
    const byte = long.charCodeAt(at) & 255;
    places[byte] = (places[byte] as number) | (1 << at);
  }
  const reach = Math.max(0, (long.length >> 1) - 1);
  let taken = 0;
  let matched = 0;
  for (let at = 0; at < short.length; at++) {
    const code = short.charCodeAt(at);
    let found = (places[code & 255] as number) & ~taken & placesNear(at, reach);
    // Another character may have the same low byte.
    while (found !== 0 && long.charCodeAt(lowest(found)) !== code) found &= found - 1;
    taken |= found & -found;
    if (found !== 0) matched |= 1 << at;
  }
  for (let at = 0; at < long.length; at++) places[long.charCodeAt(at) & 255] = 0;
  let count = 0;
  let outOfOrder = 0;
  while (matched !== 0) {
    count++;
    if (short.charCodeAt(lowest(matched)) !== long.charCodeAt(lowest(taken))) outOfOrder++;
    matched &= matched - 1;
    taken &= taken - 1;
  }
  if (count === 0) return 0;
  return (count / short.length + count / long.length + (count - outOfOrder / 2) / count) / 3;
}

/** The place of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function placesNear(at: number, reach: number): number {
  const from = Math.max(0, at - reach);
  const last = Math.min(bitsOfNumber - 1, at + reach);
  return (-1 >>> (bitsOfNumber - 1 - (last - from))) << from;
}

/** Character by character, for texts of any length. */
export function jaroByPlaces(short: string, long: string): number {
  const fits = long.length <= ready.taken.length;
  const taken = fits ? ready.taken.fill(0, 0, long.length) : new Uint8Array(long.length);
  const matched = fits ? ready.matched : new Uint16Array(long.length);
  const reach = Math.max(0, (long.length >> 1) - 1);
  let count = 0;
  for (let at = 0; at < short.length; at++) {
    const code = short.charCodeAt(at);
    const end = Math.min(long.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= end; other++) {
      if (taken[other] === 1 || long.charCodeAt(other) !== code) continue;
      taken[other] = 1;
      matched[count++] = code;
      break;
    }
  }
  if (count === 0) return 0;
  let outOfOrder = 0;
  let next = 0;
  for (let other = 0; next < count; other++) {
    if (taken[other] === 1 && long.charCodeAt(other) !== matched[next++]) outOfOrder++;
  }
  return (count / short.length + count / long.length + (count - outOfOrder / 2) / count) / 3;
}

/**
 * Jaro–Winkler similarity: Jaro's, with a boost for equal beginnings, where typing errors are rare.
 * @param left, right any texts, compared by UTF-16 unit
 * @returns 0 to 1; the same in both directions
 * @example jaroWinkler('dwayne', 'duane') // 0.84
 * @source W. E. Winkler, String comparator metrics and enhanced decision rules, 1990: .1 for each of up to 4 leading characters, above a Jaro similarity of .7
 */
export function jaroWinkler(left: string, right: string): number {
  const similarity = jaro(left, right);
  if (similarity <= boostAbove || similarity === 1) return similarity;
  const most = Math.min(longestPrefix, left.length, right.length);
  let prefix = 0;
  while (prefix < most && left.charCodeAt(prefix) === right.charCodeAt(prefix)) prefix++;
  return similarity + prefix * prefixShare * (1 - similarity);
}
