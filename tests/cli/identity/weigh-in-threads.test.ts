import { describe, expect, it } from 'vitest';
import {
  beginResolution,
  defaultIdentityModel,
  finishResolution,
  prepareRecords,
  resolveRecords,
} from '../../../engine/index.ts';
import { inSharedMemory, jobOf, messageOf } from '../../../hub/src/cli/identity/shared-job.ts';
import { usefulThreads, weighInThreads } from '../../../hub/src/cli/identity/weigh-in-threads.ts';
import { syntheticCustomers } from '../../identity/synthetic-customers.ts';

const model = defaultIdentityModel('person');
const prepared = prepareRecords([...syntheticCustomers({ records: 2_500 })], { region: 'US' });
const plain = resolveRecords(prepared, model);
const begun = beginResolution(prepared, model);

describe('pairs weighed by threads', () => {
  it.each([1, 2, 3])('come to the same, whether by %i threads or without any', async (threads) => {
    let told = 0;
    const job = inSharedMemory(begun.job);
    const weighed = await weighInThreads(job, threads, ({ candidates }) => (told += candidates));
    expect(weighed.length).toBe(begun.job.parts.length);
    expect(told).toBe(plain.report.candidatePairs);
    const resolved = finishResolution({ ...begun, job }, weighed);
    expect(resolved.profileOf).toEqual(plain.profileOf);
    expect(resolved.profiles).toEqual(plain.profiles);
    expect(resolved.pairs).toEqual(plain.pairs);
    expect(resolved.report).toEqual(plain.report);
  });

  it('have parts enough for all threads', () => {
    expect(begun.job.parts.length).toBeGreaterThan(16);
  });

  it('are not shared among threads when they are few', () => {
    const plan = { ...begun.job.plan, atMostPairs: 1_600_000 };
    expect(usefulThreads({ plan }, 8)).toBe(3);
    expect(usefulThreads({ plan }, 2)).toBe(2);
    expect(usefulThreads(begun.job, 8)).toBe(1);
  });

  it('are given up where a thread fails', async () => {
    const broken = { ...begun.job, model: { ...model, comparisons: [] } };
    await expect(weighInThreads(broken, 2, () => undefined)).rejects.toThrow();
  });
});

describe('a job for a thread', () => {
  it('is the same on the other side, but for columns that nobody looks at', () => {
    const shared = inSharedMemory(begun.job);
    const arrived = jobOf(structuredClone(messageOf(shared)));
    expect(arrived.plan).toEqual(begun.job.plan);
    expect(arrived.columns).toEqual(begun.job.columns);
    expect(arrived.columns.rows.buffer).toBeInstanceOf(SharedArrayBuffer);
    for (const [feature, column] of arrived.prepared.columns) expect(column).toEqual(prepared.columns.get(feature));
    expect([...arrived.prepared.columns.keys()]).toEqual(expect.arrayContaining(['family_name', 'email', 'street']));
  });
});
