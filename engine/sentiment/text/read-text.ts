import type { LeftOut } from '../model/text-score.ts';
import { linesOf } from './lines.ts';
import { withoutMarkup } from './markup.ts';
import { findQuotedHistory } from './quoted-history.ts';
import { findSignature } from './signature.ts';
import { TokenReader } from './token-reader.ts';
import type { Token } from './token.ts';

/** A text as the detectors see it. */
export interface ReadText {
  /** As it was given. */
  readonly raw: string;
  readonly tokens: readonly Token[];
  /** The tokens' characters as UTF-16 units, a blank before the first and behind each. */
  readonly characters: readonly number[];
  /** What was not read, in order; at most `leftOutShown` parts. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * UTF-16 units that are read at most. Chosen: 1,000,000, far above any message, and below a second for all that is done with it.
 */
export const longestText = 1_000_000;

/** Parts that `leftOut` names at most. Chosen: 100, because a page of HTML has thousands of tags. */
export const leftOutShown = 100;

/**
 * Reads a message: takes out markup, quoted history and signature, and cuts the rest into tokens. Time is linear in the length.
 * @param raw anything that somebody wrote: plain text, HTML, an e-mail with its history; empty gives no token
 * @returns tokens with offsets into `raw`, and what was left out, by offsets, too
 * @example readText('Sooo BAD :-((').tokens.map(({ text }) => text) // ['so', 'bad', ':(']
 */
export function readText(raw: string): ReadText {
  const kept = raw.length > longestText ? raw.slice(0, longestText) : raw;
  const { text, leftOut } = withoutMarkup(kept);
  const history = text.includes('\n') ? findHistory(text) : [];
  const reader = new TokenReader(history.length === 0 ? text : blankOut(text, history));
  reader.read();
  const cut: LeftOut[] = raw.length > longestText ? [{ what: 'too-long', start: longestText, end: raw.length }] : [];
  return {
    raw,
    tokens: reader.tokens,
    characters: reader.characters,
    leftOut: leftOut.length + history.length + cut.length === 0 ? none : ordered(leftOut, history, cut),
  };
}

const none: readonly LeftOut[] = [];

function findHistory(text: string): LeftOut[] {
  const lines = linesOf(text);
  const quoted = findQuotedHistory(lines);
  const own = quoted.length === 0 ? lines : linesOutside(lines, quoted);
  const signature = findSignature(own);
  return signature === null ? quoted : [...quoted, signature].sort((one, other) => one.start - other.start);
}

/** Lines of which nothing is quoted. */
function linesOutside(lines: ReturnType<typeof linesOf>, quoted: readonly LeftOut[]): ReturnType<typeof linesOf> {
  let next = 0;
  return lines.filter(({ start }) => {
    while (next < quoted.length && (quoted[next] as LeftOut).end < start) next++;
    const span = quoted[next];
    return span === undefined || start < span.start;
  });
}

/** The same text with line ends in place of what is left out. */
function blankOut(text: string, spans: readonly LeftOut[]): string {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of spans) {
    if (start < copied) continue;
    parts.push(text.slice(copied, start), '\n'.repeat(end - start));
    copied = end;
  }
  parts.push(text.slice(copied));
  return parts.join('');
}

/** Markup within quoted history is part of it. */
function ordered(markup: readonly LeftOut[], history: readonly LeftOut[], cut: readonly LeftOut[]): LeftOut[] {
  let next = 0;
  const outside = markup.filter(({ start }) => {
    while (next < history.length && (history[next] as LeftOut).end <= start) next++;
    const span = history[next];
    return span === undefined || start < span.start;
  });
  const parts = [...outside, ...history].sort((one, other) => one.start - other.start);
  return [...parts.slice(0, leftOutShown - cut.length), ...cut];
}
