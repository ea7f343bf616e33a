import type { PersonalDataSpan } from '../../engine/index.ts';
import type { Planted, PlantedMessage } from './planted-messages.ts';

/** Planted identifiers of which a letter or digit is in no span. */
export function leftOver({ text, planted }: PlantedMessage, spans: readonly PersonalDataSpan[]): Planted[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of spans) covered.fill(1, start, end);
  return planted.filter(({ start, end }) => {
    for (let at = start; at < end; at++) {
      if (covered[at] === 0 && /[\p{L}\p{N}]/u.test(text.charAt(at))) return true;
    }
    return false;
  });
}
