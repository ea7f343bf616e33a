import type { Step } from '../model.ts';
import type { StepType } from '../step-type.ts';
import { agentHandoff } from './agent-handoff.ts';
import { branch } from './branch.ts';
import { decisionLog } from './decision-log.ts';
import { decisionTable } from './decision-table.ts';
import { identityResolution } from './identity-resolution.ts';
import { opaque } from './opaque.ts';
import { respond } from './respond.ts';
import { riskClassification } from './risk-classification.ts';
import { sentimentEscalation } from './sentiment-escalation.ts';
import { webhookTrigger } from './webhook-trigger.ts';

/** All step types by key, in the order of the palette. Adding a step type is adding its file, and its line here. */
export const stepTypes: Readonly<Record<string, StepType>> = Object.fromEntries(
  [
    webhookTrigger,
    identityResolution,
    sentimentEscalation,
    riskClassification,
    decisionTable,
    branch,
    agentHandoff,
    decisionLog,
    respond,
    opaque,
  ].map((type) => [type.type, type]),
);

/** The type of a step. A key that this version does not know is treated as opaque: nothing is assumed of it. */
export function stepType(step: Pick<Step, 'type'>): StepType {
  return (Object.hasOwn(stepTypes, step.type) ? stepTypes[step.type] : undefined) ?? opaque;
}
