// What the door shows of conversations in journeys.

export {
  authorValuesOf,
  checkMessageSetting,
  readMessageSetting,
  usualAuthorValues,
  type MessageSetting,
} from './message-setting.ts';
export { mostMessages, readMessages } from './read-messages.ts';
export { readMoment } from './read-moment.ts';
export { defaultEscalationPack, escalationPorts, languageOf, languageTitles } from './escalation-setting.ts';
export { judgeItem, type ItemJudging, type JudgedItem } from './judge-item.ts';
export { escalateItem } from './escalate-item.ts';
export type { EscalationResult, TextModelName } from './escalation-result.ts';
export {
  leastCertainty,
  modelQuestion,
  openOutcomes,
  readModelAnswer,
  type ModelQuestion,
  type SecondOpinion,
} from './second-opinion.ts';
export { handoffItem, type Handoff } from './handoff-item.ts';
export { briefCharacters, checkHandoffSetting, handoffPlaybook, type HandoffSetting } from './handoff-setting.ts';
export { textReaderOf } from './text-reader.ts';
