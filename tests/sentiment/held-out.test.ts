import { describe, expect, it } from 'vitest';
import { escalationTargets, evaluateConversation, lookAlikeTarget } from '../evaluate/evaluate-conversation.ts';

// The texts of the held-out files are never shown: a failure names shares, not messages. The floors of the project (0.90, 1, 0.97) are
// judged by `npm run evaluate -- --set conversation`; here is what must not be lost.
describe('messages that nobody tuned on', () => {
  it('are decided as labelled no less often than before', () => {
    const [labelled, distress] = escalationTargets(evaluateConversation('escalation'));
    expect(labelled?.value).toBeGreaterThanOrEqual(0.83);
    expect(distress?.value).toBeGreaterThanOrEqual(0.98);
  });

  it('and that sound like danger, but are harmless, are urgent no more often than before', () => {
    expect(lookAlikeTarget(evaluateConversation('look-alikes')).value).toBeGreaterThanOrEqual(0.945);
  });
});

it('messages to build with: the floors hold, and every distress is urgent', () => {
  for (const { figure, value, floor } of escalationTargets(evaluateConversation('development')))
    expect(value, figure).toBeGreaterThanOrEqual(floor);
});
