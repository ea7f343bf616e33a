import { setTimeout as sleep } from 'node:timers/promises';

export interface Calls {
  /** Resolves when so many calls are answered. */
  reached(count: number): Promise<void>;
  /** The status of every call, in order; 0 for one that got no answer. */
  all(): Promise<number[]>;
}

export interface CallPlan {
  calls: number;
  requestsPerCall: number;
  /** Number of the first call, from which its requests follow. @default 0 */
  from?: number;
}

/** Calls on their way at the same time. */
const atOnce = 12;

/** Calls a webhook again and again, with a few refund requests each. */
export function callOften(url: string, plan: CallPlan): Calls {
  const statuses = Array.from({ length: plan.calls }, () => -1);
  let next = 0;
  let answered = 0;
  const caller = async () => {
    while (next < plan.calls) {
      const call = next++;
      statuses[call] = await post(url, requestsOf((plan.from ?? 0) + call, plan.requestsPerCall));
      answered += 1;
    }
  };
  const running = Promise.all(Array.from({ length: atOnce }, caller));
  return {
    async reached(count) {
      while (answered < count) await sleep(20);
    },
    async all() {
      await running;
      return statuses;
    },
  };
}

function requestsOf(call: number, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    request: { reason: 'changed_mind' },
    order: { amount: (call * 7 + index * 31) % 900, daysSinceDelivery: call % 40 },
    customer: { id: `customer-${call}-${index}@example.com`, tier: index % 2 === 0 ? 'gold' : 'standard' },
    history: { refunds12m: call % 3 },
    risk: { level: 'minimal' },
  }));
}

async function post(url: string, requests: object[]): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
      signal: AbortSignal.timeout(60_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
