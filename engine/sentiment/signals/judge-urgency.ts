import type { Cues } from './find-cues.ts';
import { strongest, together } from './strength.ts';

/** What is urgent, and the cues that it rests on. */
export interface UrgencyFinding {
  /** 0 to 1; from `acuteUrgency` on a person is needed now. */
  urgency: number;
  /** Money left, or somebody else has the account, and nothing says that it goes on. */
  pastFraud: boolean;
  /** A home, heat or cover is at stake, or was. */
  loss: boolean;
}

/**
 * How urgent a message is: danger that is named; what somebody lives by, failing; fraud that goes on; a loss that comes soon or
 * meets somebody who cannot bear it. Less: a deadline beside a failure, and haste alone.
 * @source labelling guide of tests/cases/conversation, "Always urgent", 2 to 5
 */
export function judgeUrgency(cues: Cues, overIt: boolean): UrgencyFinding {
  const loss = strongest(cues.loss);
  const fraud = strongest(cues.fraud);
  const soon = Math.max(strongest(cues.soon), strongest(cues.now));
  const failing = together(cues.failure) > 0.4;
  const amiss = failing || strongest(cues['running-out']) > 0;
  const grave = Math.max(
    strongest(cues.danger),
    both(strongest(cues.lifeline), strongest(cues['running-out'])),
    both(strongest(cues.lifeline), failing ? 0.5 : 0),
    both(fraud, strongest(cues.now)),
    soon > 0 && amiss ? both(strongest(cues.fragile), 0.5) : 0,
    both(loss, Math.max(soon, strongest(cues.fragile))),
  );
  const haste = strongest(cues.haste);
  const lesser = Math.max(
    0.6 * loss,
    0.6 * fraud,
    failing && haste > 0 ? 0.55 : 0,
    haste > 0 ? 0.35 : 0,
    strongest(cues.soon) > 0 ? 0.2 : 0,
  );
  const urgency = Math.max(grave, lesser);
  return { urgency: overIt ? Math.min(urgency, 0.3) : urgency, pastFraud: fraud > 0 && !overIt, loss: loss > 0 };
}

/** Both are needed; the certainty is that of the surer one, a little less where the other is weak. */
function both(one: number, other: number): number {
  return one > 0 && other > 0 ? 0.75 + 0.2 * Math.min(one, other) : 0;
}
