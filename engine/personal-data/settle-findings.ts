import type { Finding } from './finding.ts';

/**
 * Findings that do not overlap, in the order of the text: the surer keeps its place, then the longer. What remains of the
 * other is kept beside it when it has letters or digits, so that nothing found is left out.
 * @param text that the offsets belong to
 */
export function settleFindings(findings: readonly Finding[], text: string): Finding[] {
  const taken = new Uint8Array(text.length);
  const settled: Finding[] = [];
  const ordered = [...findings].sort((a, b) => a.sure - b.sure || b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const finding of ordered) {
    for (const [start, end] of freeParts(taken, finding)) {
      taken.fill(1, start, end);
      const part = trimmed(text, start, end);
      if (part !== null) settled.push({ ...finding, start: part[0], end: part[1] });
    }
  }
  return settled.sort((a, b) => a.start - b.start);
} // prettier-ignore

function freeParts(taken: Uint8Array, { start, end }: Finding): [number, number][] {
  const parts: [number, number][] = [];
  for (let at = start; at < end;) {
    while (at < end && taken[at] === 1) at++;
    const from = at;
    while (at < end && taken[at] === 0) at++;
    if (at > from) parts.push([from, at]);
  }
  return parts;
}

/** Without spaces at either end; null: no letter or digit remains. */
function trimmed(text: string, start: number, end: number): [number, number] | null {
  let [first, last] = [start, end];
  while (first < last && /\s/.test(text.charAt(first))) first++;
  while (last > first && /[\s,;]/.test(text.charAt(last - 1))) last--;
  return /[\p{L}\p{N}]/u.test(text.slice(first, last)) ? [first, last] : null;
}
