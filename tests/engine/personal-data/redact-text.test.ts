import { describe, expect, it } from 'vitest';
import { openRedaction, redactText } from '../../../engine/index.ts';

describe('redactText', () => {
  it('numbers labels by value, so that a reader can follow who is who', () => {
    const { text } = redactText(
      'From: Ada Lovelace <ada@example.com>\nDear Mr Byron,\nI am Ada Lovelace. Mr Byron knows ADA@example.com.\nRegards,\nA. Lovelace',
    );
    expect(text).toBe(
      'From: [name 1] <[email 1]>\nDear Mr [name 2],\nI am [name 1]. Mr [name 2] knows [email 1].\nRegards,\n[name 1]',
    );
  });

  it('tells two of one family apart', () => {
    expect(redactText('My name is Ada Byron. My mother Anna Byron agrees.').text).toBe(
      'My name is [name 1]. My mother [name 2] agrees.',
    );
  });

  it('knows a telephone number again with and without its country', () => {
    expect(redactText('Tel. +49 171 2345678 or 0171 2345678').text).toBe('Tel. [phone 1] or [phone 1]');
  });

  it('goes on counting after labels of an earlier redaction', () => {
    expect(redactText('[email 3] wrote to ada@example.com').text).toBe('[email 3] wrote to [email 4]');
  });

  it('has one label for one person in all messages of a conversation', () => {
    const redact = openRedaction();
    const messages = ['I am Ada Byron.', 'Dear Mr Klein,', 'Regards,\nAda'];
    expect(messages.map((text) => redact(text).text)).toEqual([
      'I am [name 1].',
      'Dear Mr [name 2],',
      'Regards,\n[name 1]',
    ]);
  });

  it.each([
    ['mask', 'Mail ███████████████.'],
    ['remove', 'Mail […].'],
  ] as const)('has the style %s', (style, text) => {
    expect(redactText('Mail ada@example.com.', { style }).text).toBe(text);
  });

  it('gives spans of the text as it was', () => {
    const text = 'Mail ada@example.com and bob@example.com.';
    const values = redactText(text).spans.map(({ start, end }) => text.slice(start, end));
    expect(values).toEqual(['ada@example.com', 'bob@example.com']);
  });

  it('replaces all of what is read as one sign: invisible signs and marks go with it', () => {
    expect(redactText('a\u200bda@exam\u00adple.com!').text).toBe('[email 1]!');
    expect(redactText('Mein Name ist Jose\u0301 Garci\u0301a.').text).toBe('Mein Name ist [name 1].');
  });
});
