import { ProblemError } from '../http/problem.ts';
import type { OneAtATime } from '../journeys/one-at-a-time.ts';
import type { PublishingClaims } from './claims.store.ts';

export interface OneHubAtATimePorts {
  /** In this process; here a later task waits for its turn. */
  oneAtATime: OneAtATime;
  claims: PublishingClaims;
  /** Names this process among the hubs on the store. */
  holder: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** chosen: longer than a publication can take, whose every call to n8n has a limit; only a hub that died leaves a claim. */
const claimMs = 5 * 60_000;

/**
 * Runs tasks of one journey one after the other here, and none while another hub on the same store runs one.
 * @throws ProblemError `busy_in_another_hub` at once, since what the other hub does may make the task needless
 */
export function oneHubAtATime({ oneAtATime, claims, holder, now }: OneHubAtATimePorts): OneAtATime {
  const at = (time: number): string => new Date(time).toISOString();
  return (journeyId, task) =>
    oneAtATime(journeyId, async () => {
      if (!(await claims.take(journeyId, holder, at(now()), at(now() + claimMs)))) {
        const detail =
          'Look at the journey again in a moment: it may be done already. A hub that died is waited for up to 5 minutes.';
        throw new ProblemError('busy_in_another_hub', { detail });
      }
      try {
        return await task();
      } finally {
        // A claim that cannot be given back lapses; what the task did stands.
        await claims.release(journeyId, holder).catch(() => undefined);
      }
    });
}
