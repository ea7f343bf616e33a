/** A line never breaks before the percent sign. */
const space = '\u00a0';

/**
 * A probability as people read it: as many nines as tell it from certainty, never 100 % for what is not certain.
 * @param probability 0 to 1
 */
export function percentInWords(probability: number): string {
  if (Number.isNaN(probability)) return 'unknown';
  if (probability >= 1) return `100${space}%`;
  if (probability <= 0) return `0${space}%`;
  if (probability > 0.9999) return `over${space}99.99${space}%`;
  if (probability < 0.0001) return `under${space}0.01${space}%`;
  const percent = probability * 100;
  const digits = percent >= 99.5 || percent < 0.5 ? 2 : percent >= 95 || percent < 5 ? 1 : 0;
  return `${trimZeros(percent.toFixed(digits))}${space}%`;
}

/** The same where room is short: "> 99.99 %". */
export function percentInShort(probability: number): string {
  return percentInWords(probability).replace('over', '>').replace('under', '<');
}

/** Weight of evidence with its sign: "+12.4", "−3.0", "0". */
export function bitsInWords(bits: number): string {
  const size = Math.abs(bits).toFixed(1);
  if (size === '0.0') return '0';
  return `${bits < 0 ? '−' : '+'}${size}`;
}

/** log2(p / (1 − p)): the scale on which evidence adds up. */
export function bitsOf(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

function trimZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
