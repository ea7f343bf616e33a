import { rewrap, type KeyRing } from '../secrets/key-ring.ts';
import { placeOfSecret } from '../secrets/secrets.service.ts';
import type { Storage } from '../hub.ports.ts';

/** Keys that now lie under the new master key, and did not before. */
export interface Rotation {
  secrets: number;
  subjects: number;
}

/** Chosen: a batch is one short transaction, so that hubs at work hardly wait. */
const subjectsPerBatch = 500;

/**
 * Wraps all keys of a store anew under the ring's current master key. Hubs may be at work meanwhile, if they have both master
 * keys. Interrupted, it is run again: what lies under the new key stays as it is.
 * @param progress told how many subjects are done
 * @throws UnwrapError for a key that lies under neither master key, or was changed
 */
export async function rotateMasterKey(
  { secrets, ledger }: Pick<Storage, 'secrets' | 'ledger'>,
  ring: KeyRing,
  progress: (subjects: number) => void,
): Promise<Rotation> {
  const old = (await secrets.all()).filter(({ masterKeyId }) => masterKeyId !== ring.current.id);
  await secrets.rewrap(old.map((secret) => ({ name: secret.name, ...rewrap(ring, secret, placeOfSecret(secret)) })));
  for (let subjects = 0; ; progress(subjects)) {
    const rows = await ledger.subjectsNotWrappedBy(ring.current.id, subjectsPerBatch);
    if (rows.length === 0) return { secrets: old.length, subjects };
    await ledger.rewrapSubjects(
      rows.flatMap(({ ref, wrappedKey, masterKeyId }) => {
        if (wrappedKey === null || masterKeyId === null) return [];
        const { wrapped, ...under } = rewrap(ring, { wrapped: wrappedKey, masterKeyId }, ref);
        return [{ ref, wrappedKey: wrapped, ...under }];
      }),
    );
    subjects += rows.length;
  }
}
