import type {
  DecisionTable,
  IdentityModel,
  Journey,
  Playbook,
  Result,
  RiskPack,
  RulePacks,
  TablePack,
} from '../engine/index.ts';
import { validateIdentityModel, validateJourney, validatePlaybook, validateTable } from './generated/validators.js';
import { parseDocument } from './parse-document.ts';
import handoffPlaybook from './playbooks/agent-handoff.playbook.json' with { type: 'json' };
import riskDuties from './packs/automated-decision-risk/oversight-duties.table.json' with { type: 'json' };
import riskTable from './packs/automated-decision-risk/automated-decision-risk.table.json' with { type: 'json' };
import suitabilityTable from './packs/automation-suitability/automation-suitability.table.json' with { type: 'json' };
import communicationTable from './packs/communication-tone-channel/communication-tone-channel.table.json' with { type: 'json' };
import escalationTable from './packs/escalation/escalation.table.json' with { type: 'json' };
import refundTable from './packs/refund-goodwill-limits/refund-goodwill-limits.table.json' with { type: 'json' };
import serviceTable from './packs/service-level-priority/service-level-priority.table.json' with { type: 'json' };

// The door: documents come in here, parsed once; rule packs go out.

/**
 * Reads a decision table: shape only. `checkTable` of the engine says whether its cells and references make sense.
 * @param value anything, typically from `JSON.parse`
 * @returns the same object, typed; or issues for what is missing, unknown or of a wrong type. At most 200,000 values
 *   (chosen: 5,000 rows of 15 columns with their tests stay below half of it), 100 levels deep
 * @example const table = parseTable(JSON.parse(text))
 */
export function parseTable(value: unknown): Result<DecisionTable> {
  return parseDocument<DecisionTable>(value, validateTable, { values: 200_000 });
}

/**
 * Reads a journey: shape only, with the tables that it carries. What n8n nodes hold passes as it is.
 * @param value anything, typically from `JSON.parse`
 * @returns the same object, typed; or issues. At most 1,000,000 values (chosen: 1,000 steps with pinned data), 100 levels deep
 * @example const journey = parseJourney(JSON.parse(text))
 */
export function parseJourney(value: unknown): Result<Journey> {
  return parseDocument<Journey>(value, validateJourney, { values: 1_000_000 });
}

/**
 * Reads an identity model: shape only. `checkIdentityModel` of the engine says whether its levels and thresholds make sense.
 * @param value anything, typically from `JSON.parse`
 * @returns the same object, typed; or issues. At most 2,000,000 values (chosen: as many as the counted values of a million
 *   records), 100 levels deep
 * @example const model = parseIdentityModel(JSON.parse(text))
 */
export function parseIdentityModel(value: unknown): Result<IdentityModel> {
  return parseDocument<IdentityModel>(value, validateIdentityModel, { values: 2_000_000 });
}

/**
 * Reads a playbook: what people do who take a conversation over.
 * @param value anything, typically from `JSON.parse`
 * @returns the same object, typed; or issues. At most 20,000 values (chosen: the one that ships has 1,000), 100 levels deep
 * @example const playbook = parsePlaybook(JSON.parse(text))
 */
export function parsePlaybook(value: unknown): Result<Playbook> {
  return parseDocument<Playbook>(value, validatePlaybook, { values: 20_000 });
}

/** The playbooks that Steward ships, by id. */
export const playbooks: Record<string, Playbook> = { 'agent-handoff': handoffPlaybook as Playbook };

/** The rule packs for risk that Steward ships, by id. Tests hold them against the schema and their own cases. */
export const riskPacks: Record<string, RiskPack> = {
  'automated-decision-risk': {
    id: 'automated-decision-risk',
    table: riskTable as DecisionTable,
    duties: riskDuties as DecisionTable,
  },
};

/** The documented tables that Steward ships for any Decision Table step, by id. */
export const tablePacks: Record<string, TablePack> = {
  'automated-decision-risk': {
    id: 'automated-decision-risk',
    title: 'Automated Decision Risk',
    summary: 'EU AI Act Articles 5, 6 and 50, GDPR Article 22, and reputational grounds',
    table: riskTable as DecisionTable,
  },
  'automation-suitability': {
    id: 'automation-suitability',
    title: 'Automation Suitability',
    summary: 'Automate, assist or leave to people: by volume, errors, satisfaction, feelings, effect and data',
    table: suitabilityTable as DecisionTable,
  },
  'communication-tone-channel': {
    id: 'communication-tone-channel',
    title: 'Communication Tone and Channel',
    summary: 'Tone, channel and promotion of a message: by consent, situation, lifecycle stage and engagement',
    table: communicationTable as DecisionTable,
  },
  escalation: {
    id: 'escalation',
    title: 'Conversation Escalation',
    summary:
      'When a conversation needs a person, and how soon: danger, distress, vulnerability, threats, anger, silence',
    table: escalationTable as DecisionTable,
  },
  'refund-goodwill-limits': {
    id: 'refund-goodwill-limits',
    title: 'Refund and Goodwill Limits',
    summary: 'Who gets money back and up to which amount without a person: rights by EU law first, then goodwill',
    table: refundTable as DecisionTable,
  },
  'service-level-priority': {
    id: 'service-level-priority',
    title: 'Service Level and Priority',
    summary: 'P1 to P4 with times to respond and resolve: impact and urgency, safety, deadlines, barriers, contract',
    table: serviceTable as DecisionTable,
  },
};

/** All packs, as the functions on journeys take them. */
export const rulePacks: RulePacks = { risk: riskPacks, tables: tablePacks };
