import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { append, at, subjectRow } from './ledger-rows.ts';
import type { StoreContract } from './store-under-test.ts';

const stream = 'decisions';
const text = (value: string) => new TextEncoder().encode(value);

/**
 * Subjects: found by their lookup until they are erased, and then nowhere, not even in the bytes of the files. The log of
 * PostgreSQL, which it recycles by itself, is not among them.
 */
export const subjectsContract: StoreContract = (under) => {
  test('is found by name and lookup, with its key', async () => {
    const nobody = subjectRow('s_nobody', { lookup: null });
    await append(under().storage, stream, { count: 1, subjects: [subjectRow('s_a'), nobody] });
    const { ledger } = under().storage;
    expect(await ledger.subject('s_a')).toEqual(subjectRow('s_a'));
    expect(await ledger.subjectByLookup('lookup of s_a')).toEqual(subjectRow('s_a'));
    expect(await ledger.subject('s_nobody')).toEqual(nobody);
    expect(await ledger.subject('s_none')).toBeNull();
    expect(await ledger.subjectByLookup('none')).toBeNull();
  });

  test('is erased once, and its lookup is free for a new name', async () => {
    await append(under().storage, stream, { count: 1, subjects: [subjectRow('s_a')] });
    const { ledger } = under().storage;
    expect(await ledger.eraseSubject('s_a', at(5))).toBe(true);
    expect(await ledger.eraseSubject('s_a', at(6))).toBe(false);
    expect(await ledger.eraseSubject('s_none', at(6))).toBe(false);
    const erased = subjectRow('s_a', { lookup: null, wrappedKey: null, masterKeyId: null, erasedAt: at(5) });
    expect(await ledger.subject('s_a')).toEqual(erased);
    expect(await ledger.subjectByLookup('lookup of s_a')).toBeNull();
    const again = subjectRow('s_b', { lookup: 'lookup of s_a' });
    await append(under().storage, stream, { count: 1, subjects: [again] });
    expect(await ledger.subjectByLookup('lookup of s_a')).toEqual(again);
  });

  test('two streams that meet a person at the same moment give them one name', async () => {
    const stores = [under().storage, await under().another()];
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const store = stores[index % 2] ?? under().storage;
        await store.ledger.append(`stream-${index}`, async (view) => {
          const [known] = await view.subjectsByLookup(['the same person']);
          const subject = known ?? subjectRow(`s_${index}`, { lookup: 'the same person' });
          const head = {
            stream: `stream-${index}`,
            size: 0,
            lastHash: '',
            recordedAt: at(0),
            keyId: 'k',
            signature: 's',
          };
          return { rows: [], tiles: [], subjects: known ? [] : [subject], head };
        });
      }),
    );
    expect(await under().run(`select count(*) as count from ledger_subjects`)).toEqual([
      { count: expect.toSatisfy(is(1)) },
    ]);
  });

  test('keys are wrapped anew in portions, but not those of the erased', async () => {
    const refs = ['s_a', 's_b', 's_c', 's_d'];
    await append(under().storage, stream, { count: 1, subjects: refs.map((ref) => subjectRow(ref)) });
    const { ledger } = under().storage;
    await ledger.eraseSubject('s_b', at(5));
    const first = await ledger.subjectsNotWrappedBy('master-2', 2);
    expect(first.map(({ ref }) => ref)).toEqual(['s_a', 's_c']);
    const anew = (ref: string) => ({ ref, wrappedKey: text(`new key of ${ref}`), masterKeyId: 'master-2' });
    await ledger.rewrapSubjects(['s_c', 's_a', 's_b'].map(anew));
    expect((await ledger.subjectsNotWrappedBy('master-2', 9)).map(({ ref }) => ref)).toEqual(['s_d']);
    expect(await ledger.subject('s_a')).toEqual(subjectRow('s_a', anew('s_a')));
    expect((await ledger.subject('s_b'))?.wrappedKey).toBeNull();
  });

  test('of an erased subject no byte of key and lookup is left in the files of the store', async () => {
    const people = Array.from({ length: 200 }, (_, index) => `s_${String(index).padStart(4, '0')}`);
    const marked = (ref: string) =>
      subjectRow(ref, { lookup: `planted-lookup-${ref}`, wrappedKey: text(`planted-key-${ref}`) });
    await append(under().storage, stream, { count: 3, subjects: people.map(marked) });
    const { ledger } = under().storage;
    // What the planner keeps of a table would hold its values, too.
    await under().run('analyze');
    const erased = people.filter((_, index) => index % 40 === 9);
    const marks = erased.flatMap((ref) => [`planted-key-${ref}`, `planted-lookup-${ref}`]);
    await flush();
    expect(marksIn(under().folder, marks), 'they must be found before').toEqual(new Set(marks));
    for (const ref of erased) expect(await ledger.eraseSubject(ref, at(7))).toBe(true);
    await flush();
    expect(marksIn(under().folder, marks)).toEqual(new Set());
    // Everybody else is still there.
    expect(await ledger.subject('s_0001')).toEqual(marked('s_0001'));
  });

  /** Brings everything from memory to the files. */
  async function flush(): Promise<void> {
    await under().run(under().flushStatement);
  }
};

const is = (count: number) => (value: unknown) => Number(value) === count;

/** Which of the texts stand in the files below the folder. */
function marksIn(folder: string, marks: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readIfThere(join(entry.parentPath, entry.name));
    for (const mark of marks) if (bytes.includes(mark)) found.add(mark);
  }
  return found;
}

/** A database removes files of its own while it runs. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}
