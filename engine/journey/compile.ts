import { errorIssue, type Issue, type Result } from '../issue.ts';
import type { Playbook } from '../conversation/model/playbook.ts';
import type { RulePacks } from '../decision/packs.ts';
import type { TextModel } from '../sentiment/model/text-model.ts';
import { compileConnections } from './compile-connections.ts';
import { compileNode } from './compile-node.ts';
import type { Journey, Step } from './model.ts';
import type { N8nWorkflow } from './n8n-workflow.ts';
import type { StepContext } from './step-type.ts';
import { tableKeysOf } from './table-keys.ts';

/** What the functions on a journey may use besides the journey. */
export interface JourneyPorts {
  /** Rule packs by id, as `rules/` ships them. */
  packs: RulePacks;
  /** The day on which a simulation plays, `YYYY-MM-DD`; tables with days of validity need one. */
  day?: string;
  /** For steps that read texts; `readsTexts` says whether a journey has one. Loaded by whoever simulates, since it is large. */
  textModel?: TextModel;
  /** For steps that hand conversations over. */
  playbook?: Playbook | undefined;
}

/** What steps may look at: the journey's tables, the rule packs and the text model. */
export function stepContext(journey: Journey, ports: JourneyPorts): StepContext {
  return {
    tables: journey.tables,
    packs: ports.packs,
    day: ports.day,
    textModel: ports.textModel,
    playbook: ports.playbook,
  };
}

/**
 * Compiles a journey to the workflow that n8n runs. A journey that was imported and not changed gives the workflow that it
 * came from, in every member; nodes keep the order of the steps.
 *
 * @returns the workflow, or what it cannot say: `link_step_missing`, `link_port_missing`, `step_table_missing`,
 *   `ambiguous_step_name`. Journeys that n8n would accept but not run well are the business of `journeyProblems`.
 * @example compileJourney(journey, { packs: rulePacks })
 */
export function compileJourney(journey: Journey, ports: JourneyPorts): Result<N8nWorkflow> {
  const context = stepContext(journey, ports);
  const connections = compileConnections(journey);
  const issues = [...missingTables(journey), ...(connections.ok ? [] : connections.issues)];
  if (issues.length > 0 || !connections.ok) return { ok: false, issues };
  // An imported workflow without a name, or with one that is no text, has the same afterwards.
  const named = journey.name === '' ? {} : { name: journey.name };
  const described = journey.description === undefined ? {} : { description: journey.description };
  const workflow: N8nWorkflow = {
    ...named,
    ...journey.workflow.members,
    ...named,
    ...described,
    nodes: journey.steps.map((step) => compileNode(step, context)),
    connections: connections.value,
  };
  return { ok: true, value: workflow };
}

/** A table that is not there would leave its node empty, and n8n would only notice when a customer comes. */
function missingTables(journey: Journey): Issue[] {
  return journey.steps.flatMap((step, index) =>
    tableKeysOf(step)
      .filter((key) => !Object.hasOwn(journey.tables, key))
      .map((key) =>
        errorIssue('step_table_missing', ['steps', index, 'parameters'], { table: key, ...stepParams(step) }),
      ),
  );
}

/** Params by which an issue names its step: for the canvas the id, for people the name. */
export function stepParams(step: Step): { step: string; name: string } {
  return { step: step.id, name: step.name };
}
