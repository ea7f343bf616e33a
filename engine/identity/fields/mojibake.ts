/** Windows-1252 where it differs from Latin-1: code points of the bytes 80 to 9F; 0 where the byte stands for nothing. */
const windows1252 = [
  0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018,
  0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178,
];
const byteOf = new Map(windows1252.flatMap((point, index) => (point === 0 ? [] : [[point, 0x80 + index] as const])));

const suspicious = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Repairs text whose UTF-8 bytes were read as Windows-1252, once or twice. Only where it is certain: all of the text must be
 * such bytes, and these must be valid UTF-8, which text of another origin practically never is.
 * @example repairMojibake('MÃ¼ller') // 'Müller'
 * @example repairMojibake('São') // 'São'
 * @source WHATWG Encoding Standard, index windows-1252
 */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let round = 0; round < 3 && suspicious.test(repaired); round++) {
    const bytes = bytesIn1252(repaired);
    if (bytes === null) return repaired;
    try {
      repaired = strictUtf8.decode(bytes);
    } catch {
      // Not UTF-8: the letters mean what they are.
      return repaired;
    }
  }
  return repaired;
}

function bytesIn1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const point = text.charCodeAt(index);
    const byte = point <= 0xff ? point : byteOf.get(point);
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  return bytes;
}
