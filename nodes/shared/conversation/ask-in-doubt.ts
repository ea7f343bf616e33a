import type { IExecuteFunctions } from 'n8n-workflow';
import { dayIn, judgeItem, modelQuestion, leastCertainty, openOutcomes, openRedaction } from '../../../engine/index.ts';
import type {
  ConversationOutcome,
  ItemJudging,
  JsonObject,
  JudgedItem,
  ModelQuestion,
  Result,
  SecondOpinion,
} from '../../../engine/index.ts';
import { askChatModel, chatModelOf, type ChatModel } from './chat-model.ts';

/** An item with what a chat model said of it; null where it was not asked, because there is no doubt. */
interface AskedItem {
  judged: Result<JudgedItem>;
  opinion: SecondOpinion | null;
}

/** Questions under way at the same time. Chosen: 4, because vendors limit them, and one after the other takes minutes. */
const askedAtOnce = 4;

/** Chosen: 3, because a model that failed so often will fail again, and every time-out costs its time. */
const mostFailures = 3;

/**
 * Judges items, and asks the chat model that is connected about those that are in doubt. Personal data is taken out of
 * everything that is sent.
 * @returns one result per item, in order
 */
export async function askInDoubt(
  context: IExecuteFunctions,
  items: readonly JsonObject[],
  judging: ItemJudging,
): Promise<AskedItem[]> {
  const day = dayIn(new Date(), context.getTimezone());
  const results = items.map((item): AskedItem => ({ judged: judgeItem(item, { ...judging, day }), opinion: null }));
  const doubtful = results.filter(({ judged }) => judged.ok && judged.value.judgement.doubt !== null);
  if (doubtful.length === 0) return results;
  const chatModel = await chatModelOf(context);
  const limits = {
    timeLimitMs: 1000 * within(context.getNodeParameter('modelSeconds', 0, 10), 1, 120),
    questions: within(context.getNodeParameter('modelQuestions', 0, 20), 0, 1000),
    cancelled: context.getExecutionCancelSignal(),
  };
  const asking = new Asking(chatModel, limits);
  const waiting = [...doubtful];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (next.judged.ok) next.opinion = await asking.opinionOf(next.judged.value);
    }
  };
  await Promise.all(Array.from({ length: askedAtOnce }, work));
  return results;
}

interface Limits {
  timeLimitMs: number;
  questions: number;
  cancelled: AbortSignal | undefined;
}

/** The questions of one execution. */
class Asking {
  private readonly chatModel: ChatModel | null;
  private readonly limits: Limits;
  private asked = 0;
  private failures = 0;

  constructor(chatModel: ChatModel | null, limits: Limits) {
    this.chatModel = chatModel;
    this.limits = limits;
  }

  async opinionOf({ conversation, judgement }: JudgedItem): Promise<SecondOpinion> {
    const { chatModel, limits } = this;
    if (chatModel === null) return { kind: 'none', why: 'no_model' };
    if (this.failures >= mostFailures) return { kind: 'none', why: 'model_failed' };
    if (this.asked >= limits.questions) return { kind: 'none', why: 'budget_spent' };
    this.asked += 1;
    const open = judgement.doubt === null ? [] : openOutcomes(judgement.outcome, judgement.doubt);
    // One person has one label in all of the messages.
    const redact = openRedaction();
    const question = modelQuestion(conversation.messages, open, (text) => redact(text).text);
    const opinion = await this.ask(chatModel, question, open);
    if (opinion.kind === 'none' && opinion.why !== 'answer_malformed') this.failures += 1;
    return opinion.kind === 'given' && opinion.probability < leastCertainty
      ? { kind: 'none', why: 'not_certain', model: opinion.model }
      : opinion;
  }

  private ask(
    chatModel: ChatModel,
    question: ModelQuestion,
    open: readonly ConversationOutcome[],
  ): Promise<SecondOpinion> {
    const { timeLimitMs, cancelled } = this.limits;
    return askChatModel(chatModel, question, open, timeLimitMs, cancelled);
  }
}

function within(value: unknown, least: number, most: number): number {
  const number = Number(value);
  return Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : least;
}
