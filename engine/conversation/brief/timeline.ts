import type { BriefFeelings, TimelineEntry } from '../model/handoff-brief.ts';
import { placeOf, shortened, type ToldMessage } from './told.ts';

/** Characters of a message in the timeline. Chosen: 400, enough for a chat message and the gist of a mail. */
const longestEntry = 400;

/** All messages, oldest first, with what marks them. */
export function timelineOf(
  messages: readonly ToldMessage[],
  { ledBy, worst, since }: { ledBy: number | null; worst: number | null; since: BriefFeelings['since'] },
): TimelineEntry[] {
  return messages.map((one) => {
    const marks: TimelineEntry['marks'] = [];
    if (one.index === ledBy) marks.push('led');
    if (one.index === worst) marks.push('worst');
    if (one.index + 1 === since?.message) marks.push('turned');
    return {
      ...placeOf(one),
      author: one.message.author,
      ...shortened(one.text, longestEntry),
      ...(one.score !== null && { score: Math.round(one.score.score * 100) / 100 + 0 }),
      marks,
    };
  });
}
