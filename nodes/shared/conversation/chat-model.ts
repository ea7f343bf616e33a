import type { IExecuteFunctions } from 'n8n-workflow';
import { readModelAnswer } from '../../../engine/index.ts';
import type { ConversationOutcome, ModelQuestion, SecondOpinion } from '../../../engine/index.ts';

/** A chat model of LangChain, as far as it is used here. */
export interface ChatModel {
  invoke(messages: [role: string, text: string][], options: { signal: AbortSignal }): Promise<{ content: unknown }>;
  /** Name of the model, under the names that vendors' classes use. */
  model?: unknown;
  modelName?: unknown;
}

const longestName = 100;

/** The chat model that is connected; null when none is. */
export async function chatModelOf(context: IExecuteFunctions): Promise<ChatModel | null> {
  const connected: unknown = await context.getInputConnectionData('ai_languageModel', 0);
  // n8n gives a list where an input takes several.
  const model: unknown = Array.isArray(connected) ? connected[0] : connected;
  return isChatModel(model) ? model : null;
}

function isChatModel(value: unknown): value is ChatModel {
  return typeof value === 'object' && value !== null && typeof (value as { invoke?: unknown }).invoke === 'function';
}

/** The name of a model, for the record. */
export function nameOfModel({ model, modelName }: ChatModel): string {
  const name = [model, modelName].find((candidate) => typeof candidate === 'string' && candidate !== '');
  return typeof name === 'string' ? name.slice(0, longestName) : 'chat model';
}

/**
 * Asks a chat model once. Never fails: an error, an answer that comes too late or that is no answer is an opinion that was not
 * given. What the error says is not told on: it may hold what was sent.
 * @param open outcomes that it may choose from
 * @param timeLimitMs after which nobody waits for the answer any more, and the request is broken off
 * @param cancelled when the execution is stopped
 */
export async function askChatModel(
  chatModel: ChatModel,
  { system, user }: ModelQuestion,
  open: readonly ConversationOutcome[],
  timeLimitMs: number,
  cancelled?: AbortSignal,
): Promise<SecondOpinion> {
  const model = nameOfModel(chatModel);
  const late = AbortSignal.timeout(timeLimitMs);
  const signal = cancelled === undefined ? late : AbortSignal.any([late, cancelled]);
  try {
    const asked = chatModel.invoke(
      [
        ['system', system],
        ['human', user],
      ],
      { signal },
    );
    // A model may go on in spite of the signal.
    const answer = await Promise.race([asked, whenAborted(signal)]);
    const read = readModelAnswer(answer?.content, open);
    return read === null ? { kind: 'none', why: 'answer_malformed', model } : { kind: 'given', ...read, model };
  } catch {
    return { kind: 'none', why: late.aborted ? 'time_limit' : 'model_failed', model };
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new Error('aborted'));
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}
