import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText } from '../../../engine/index.ts';

const pieces = [
  'my name is ', 'Ada ', 'Byron', 'Dear ', ',\n', 'Regards,\n', '4242', ' ', '-', '.', '@', 'example.com', '+49', '0171', 'password: ', 'PIN ', 'born on ',
  '1985', '[name 1]', '[…]', '█', '\u200b', 'via ', 'Straße ', '12', '10115 Berlin', 'order number ', 'DE89', 'http://', '?token=', ' (at) ', '\ue000', 'é', '٣',
]; // prettier-ignore

describe('redactText, of any text', () => {
  it('changes nothing when done again, and keeps what stands outside of its spans', () => {
    const text = fc.oneof(
      fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('label', 'mask', 'remove'), (original, style) => {
        const { text: once, spans } = redactText(original, { style });
        expect(redactText(once, { style }).text).toBe(once);
        let kept = '';
        let done = 0;
        for (const { start, end } of spans) {
          kept += original.slice(done, start);
          done = end;
        }
        if (spans.length === 0) expect(once).toBe(original);
        else expect(once.endsWith(original.slice(done)) && kept.length <= once.length).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
