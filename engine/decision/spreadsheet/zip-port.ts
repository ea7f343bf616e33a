import { unzipSync, zipSync } from 'fflate';

/** What a zip archive may hold. */
export interface ZipLimits {
  entries: number;
  /** Bytes of all wanted entries, unpacked. */
  bytes: number;
}

export type Unzipped =
  | { kind: 'files'; files: Map<string, Uint8Array> }
  | { kind: 'too_many_entries'; found: number }
  | { kind: 'too_large'; found: number }
  | { kind: 'broken' };

/** Stops the unpacking before anything beyond the limits is unpacked; never leaves this file. */
class LimitReached extends Error {
  readonly kind: 'too_many_entries' | 'too_large';
  readonly found: number;
  constructor(kind: LimitReached['kind'], found: number) {
    super(kind);
    this.kind = kind;
    this.found = found;
  }
}

/**
 * Unpacks the wanted entries of a zip archive. The sizes that the archive declares are held against the limits before any
 * entry is unpacked, and an entry gets no more room than it declared, so that an archive that lies is `broken`.
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits, wanted: (name: string) => boolean): Unzipped {
  let entries = 0;
  let total = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > limits.entries) throw new LimitReached('too_many_entries', entries);
        if (!wanted(name)) return false;
        total += originalSize;
        if (!(originalSize >= 0 && total <= limits.bytes)) throw new LimitReached('too_large', total);
        return true;
      },
    });
    return { kind: 'files', files: new Map(Object.entries(files)) };
  } catch (thrown) {
    if (thrown instanceof LimitReached) return { kind: thrown.kind, found: thrown.found };
    return { kind: 'broken' };
  }
}

/**
 * Packs files into a zip archive; the same files give the same bytes.
 * @param level 0: as they are; 6: smaller
 */
export function zip(files: ReadonlyMap<string, Uint8Array>, level: 0 | 6): Uint8Array {
  // A fixed day, as the engine has no clock; archives count from 1980.
  return zipSync(Object.fromEntries(files), { level, mtime: new Date(2000, 0, 1) });
}
