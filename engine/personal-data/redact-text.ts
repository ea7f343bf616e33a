import { KnownPeople } from './known-people.ts';
import { findPersonalData } from './find-personal-data.ts';
import type { FindOptions, PersonalDataSpan } from './personal-data.ts';
import { highestLabel, maskSign, removedMark } from './redaction-marks.ts';

/** `label`: `[name 1]`, the same for the same value. `mask`: a block for each unit. `remove`: `[…]`. */
export const redactionStyles = ['label', 'mask', 'remove'] as const;
export type RedactionStyle = (typeof redactionStyles)[number];

export interface RedactOptions extends FindOptions {
  /** @default 'label' */
  style?: RedactionStyle;
}

/** A text without what was found in it; the spans are of the text as it was. */
export interface RedactedText {
  text: string;
  spans: PersonalDataSpan[];
}

/**
 * Replaces what says who somebody is. Labels are numbered by value, so that a reader can follow who is who; a name is known
 * again by one of its words. Redacting once more changes nothing.
 * @example redactText('Mail ada@example.com').text // 'Mail [email 1]'
 */
export function redactText(text: string, options: RedactOptions = {}): RedactedText {
  const spans = findPersonalData(text, options);
  const mark = markMaker(text, options.style ?? 'label');
  let redacted = '';
  let done = 0;
  for (const span of spans) {
    redacted += text.slice(done, span.start) + mark(span, text.slice(span.start, span.end));
    done = span.end;
  }
  return { text: redacted + text.slice(done), spans };
}

function markMaker(text: string, style: RedactionStyle): (span: PersonalDataSpan, value: string) => string {
  if (style === 'remove') return () => removedMark;
  if (style === 'mask') return (span) => String.fromCharCode(maskSign).repeat(span.end - span.start);
  const numbers = new Map<string, number>();
  const people = new KnownPeople();
  const last = new Map<string, number>();
  return (span, value) => {
    const key = span.class === 'name' ? people.keyOf(value) : keyOf(span, value);
    const known = numbers.get(key);
    // Labels of an earlier redaction keep their numbers to themselves.
    const number = known ?? (last.get(span.class) ?? highestLabel(text, span.class)) + 1;
    if (known === undefined) last.set(span.class, number);
    numbers.set(key, number);
    return `[${span.class} ${number}]`;
  };
}

/** By what a value is known again: letters and digits alone; of a telephone number its last digits. */
function keyOf(span: PersonalDataSpan, value: string): string {
  const letters = value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return `${span.class} ${span.class === 'phone' ? letters.slice(-8) : letters}`;
}
