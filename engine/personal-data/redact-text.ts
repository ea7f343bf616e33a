import { KnownPeople } from './known-people.ts';
import { findPersonalData } from './find-personal-data.ts';
import type { FindOptions, PersonalDataSpan } from './personal-data.ts';
import { labelsIn, maskSign, removedMark } from './redaction-marks.ts';

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
  return openRedaction(options)(text);
}

/**
 * Redacts one text after the other, the messages of a conversation for one: the same value has the same label in all of them.
 * @example const redact = openRedaction(); messages.map(({ text }) => redact(text).text)
 */
export function openRedaction(options: RedactOptions = {}): (text: string) => RedactedText {
  const labels = new Labels();
  const style = options.style ?? 'label';
  return (text) => {
    const spans = findPersonalData(text, options);
    // Labels of an earlier redaction keep their numbers to themselves.
    if (style === 'label') labels.passOver(text);
    let redacted = '';
    let done = 0;
    for (const span of spans) {
      const value = text.slice(span.start, span.end);
      redacted += text.slice(done, span.start) + markOf(style, span, value, labels);
      done = span.end;
    }
    return { text: redacted + text.slice(done), spans };
  };
}

function markOf(style: RedactionStyle, span: PersonalDataSpan, value: string, labels: Labels): string {
  switch (style) {
    case 'remove':
      return removedMark;
    case 'mask':
      return String.fromCharCode(maskSign).repeat(value.length);
    case 'label':
      return labels.of(span, value);
  }
}

/** Which numbers values have. */
class Labels {
  private readonly numbers = new Map<string, number>();
  private readonly highest = new Map<string, number>();
  private readonly people = new KnownPeople();

  of(span: PersonalDataSpan, value: string): string {
    const key = span.class === 'name' ? this.people.keyOf(value) : keyOf(span, value);
    const number = this.numbers.get(key) ?? (this.highest.get(span.class) ?? 0) + 1;
    this.numbers.set(key, number);
    this.highest.set(span.class, Math.max(number, this.highest.get(span.class) ?? 0));
    return `[${span.class} ${number}]`;
  }

  passOver(text: string): void {
    for (const [kind, number] of labelsIn(text)) {
      this.highest.set(kind, Math.max(number, this.highest.get(kind) ?? 0));
    }
  }
}

/** By what a value is known again: letters and digits alone; of a telephone number its last digits. */
function keyOf(span: PersonalDataSpan, value: string): string {
  const letters = value
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return `${span.class} ${span.class === 'phone' ? letters.slice(-8) : letters}`;
}
