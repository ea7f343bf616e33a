import { expect, test } from 'vitest';
import { oneAtATime } from '../../hub/src/journeys/one-at-a-time.ts';
import { oneHubAtATime } from '../../hub/src/publishing/one-hub-at-a-time.ts';
import type { StoreContract } from './store-under-test.ts';

/** Two hubs on one store: what n8n runs for a journey is changed by one of them at a time. */
export const publishingContract: StoreContract = (under) => {
  async function twoHubs() {
    const clock = { time: Date.UTC(2026, 0, 1) };
    const hub = (holder: string, { claims }: { claims: Parameters<typeof oneHubAtATime>[0]['claims'] }) =>
      oneHubAtATime({ oneAtATime: oneAtATime(), claims, holder, now: () => clock.time });
    return { clock, one: hub('hub-1', under().storage), other: hub('hub-2', await under().another()) };
  }

  /** A task that goes on until it is told to end. */
  function longTask() {
    let end = (): void => undefined;
    let begun = (): void => undefined;
    const started = new Promise<void>((resolve) => (begun = resolve));
    const ended = new Promise<void>((resolve) => (end = resolve));
    return { started, end: () => end(), run: () => (begun(), ended) };
  }

  const busy = { code: 'busy_in_another_hub', problem: { status: 409 } };

  test('a hub refuses while the other one publishes the journey, and not another journey', async () => {
    const { one, other } = await twoHubs();
    const task = longTask();
    const running = one('refunds', task.run);
    await task.started;
    await expect(other('refunds', () => Promise.resolve())).rejects.toMatchObject(busy);
    expect(await other('orders', () => Promise.resolve('done'))).toBe('done');
    task.end();
    await running;
    expect(await other('refunds', () => Promise.resolve('done'))).toBe('done');
  });

  test('tasks of one hub wait for one another, and a failure does not hold the journey', async () => {
    const { one, other } = await twoHubs();
    const order: string[] = [];
    const failed = one('refunds', async () => {
      order.push('first');
      throw new Error('n8n is away');
    });
    const second = one('refunds', async () => void order.push('second'));
    await expect(failed).rejects.toThrow('n8n is away');
    await second;
    expect(order).toEqual(['first', 'second']);
    expect(await other('refunds', () => Promise.resolve('done'))).toBe('done');
  });

  test('a hub that died holds a journey for five minutes', async () => {
    const { clock, one, other } = await twoHubs();
    const task = longTask();
    const dead = one('refunds', task.run);
    await task.started;
    clock.time += 5 * 60_000 - 1;
    await expect(other('refunds', () => Promise.resolve())).rejects.toMatchObject(busy);
    clock.time += 1;
    expect(await other('refunds', () => Promise.resolve('done'))).toBe('done');
    task.end();
    await dead;
  });

  test('of two that begin at the same moment one is refused', async () => {
    const { one, other } = await twoHubs();
    const tasks = [longTask(), longTask()];
    const results = [one, other].map((hub, index) => hub('refunds', tasks[index]?.run ?? (() => Promise.resolve())));
    const refused = await Promise.race(
      results.map((result) =>
        result.then(
          () => null,
          (error: unknown) => error,
        ),
      ),
    );
    expect(refused).toMatchObject(busy);
    for (const task of tasks) task.end();
    expect((await Promise.allSettled(results)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
};
