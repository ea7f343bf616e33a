import type { Decision } from '../decision/decision.ts';
import type { DecisionTable } from '../decision/model.ts';
import type { Playbook } from '../conversation/model/playbook.ts';
import type { RulePacks } from '../decision/packs.ts';
import type { Issue } from '../issue.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import type { TextModel } from '../sentiment/model/text-model.ts';
import type { Step } from './model.ts';
import type { N8nNode } from './n8n-workflow.ts';

/** Families of steps: each has a colour and stands together in the palette. */
export const stepFamilies = ['start', 'data', 'decide', 'contact', 'people', 'listen', 'n8n'] as const;
export type StepFamily = (typeof stepFamilies)[number];

/** A place where links begin or end; its index among the step's outputs is the index of the n8n output. */
export interface Port {
  id: string;
  label: string;
}

/**
 * A JSON Schema of a step's parameters. The inspector draws one control per property, in order; `x-control` picks the
 * control where the type alone does not say it.
 */
export interface ParametersSchema {
  type: 'object';
  properties: Record<string, ParameterSchema>;
  required?: string[];
  additionalProperties?: boolean;
}

export interface ParameterSchema {
  type: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  title: string;
  description?: string;
  default?: JsonValue;
  enum?: JsonValue[];
  /** Words for the values of `enum`, in the same order. */
  'x-enumTitles'?: string[];
  /** `field`: a path into the item; `table`: a table of the journey; `input`, `output`: a column of the step's table; `table-pack`: a rule pack; `test`: an S-FEEL cell; `json`: any JSON; `text`: several lines. */
  'x-control'?: 'field' | 'table' | 'table-pack' | 'input' | 'output' | 'test' | 'json' | 'text';
  placeholder?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  pattern?: string;
  minItems?: number;
  maxItems?: number;
  items?: ParameterSchema;
  properties?: Record<string, ParameterSchema>;
  required?: string[];
  /** Shown only while another property has this value. */
  'x-showWhen'?: { property: string; equals: JsonValue };
}

/** What a step did with one item in the simulator. */
export type StepOutcome =
  /** Goes on through the port. `assumed`: the simulator cannot run the step and lets the item pass unchanged. */
  | {
      kind: 'continue';
      port: string;
      item: JsonObject;
      /** Further items that go on for this one. */
      more?: { port: string; item: JsonObject }[];
      decision?: Decision;
      assumed?: boolean;
    }
  /** Answers the caller, then goes on. */
  | { kind: 'respond'; port: string; item: JsonObject; response: Response }
  | { kind: 'error'; issue: Issue };

/** The answer that the caller of the journey gets. */
export interface Response {
  status: number;
  body: JsonValue;
}

/** What a step type may look at beyond its own step. */
export interface StepContext {
  /** The journey's own tables. */
  tables: Record<string, DecisionTable>;
  /** Rule packs by id, as `rules/` ships them. */
  packs: RulePacks;
  /** The day on which the step decides, `YYYY-MM-DD`; absent where there is no calendar. */
  day?: string | undefined;
  /** Absent where nothing is simulated, or no step of the journey reads texts. */
  textModel?: TextModel | undefined;
  /** What people do who take over; absent as `textModel` is. */
  playbook?: Playbook | undefined;
}

/** Reading an n8n node back: the parameters, and the tables that came with it, by the key that the parameters use. */
export interface Recognized {
  parameters: JsonObject;
  tables?: Record<string, DecisionTable>;
}

/**
 * Everything that Steward knows of one kind of step. Palette, inspector, compiler, importer, simulator and linter read
 * this registry entry; adding a step type is adding one file.
 */
export interface StepType {
  /** Key in the registry and in `Step.type`, kebab-case. */
  type: string;
  family: StepFamily;
  title: string;
  /** One line for the palette. */
  summary: string;
  /** A few sentences for the inspector's help. */
  help: string;
  /** Name of an icon of the designer's icon set (lucide, kebab-case). */
  icon: string;
  /** Stands in the palette. */
  addable: boolean;
  parametersSchema: ParametersSchema;
  /** Parameters of a new step. `tableKey` names a table of the journey for types that need one. */
  defaults(): JsonObject;
  /** A table that a new step of this type brings along. */
  newTable?(): DecisionTable;
  inputs(step: Step): Port[];
  outputs(step: Step): Port[];
  /** The line under the step's name on the canvas. */
  describe(step: Step, context: StepContext): string;
  /** What is wrong with the step's parameters; paths start at the step. */
  problems(step: Step, context: StepContext): Issue[];
  /** The node but for id, name, position and disabled, which the compiler sets. */
  compile(step: Step, context: StepContext): Pick<N8nNode, 'type' | 'typeVersion' | 'parameters'> & JsonObject;
  /**
   * Reads a node of n8n as this type, or null when it is another type or uses what this type cannot express.
   * `freeTableKey` gives a key for a table: one that is not taken yet, or the one under which the same table already is.
   */
  recognize(node: N8nNode, freeTableKey: (wanted: string, table: DecisionTable) => string): Recognized | null;
  /** Its simulation needs `StepContext.textModel`. */
  readsTexts?: true;
  /** The item as the step's table reads it, where the step adds facts that it finds itself; null where it finds none. */
  tableItem?(step: Step, item: JsonObject, context: StepContext): JsonObject | null;
  /** Values worth trying of what the step reads besides the facts of its table; the path is one in the item. */
  samples?(step: Step): { path: string; values: JsonValue[] };
  /** Facts that the step finds itself, by the beginning of their path in its table: nobody makes them up for a customer. */
  ownFacts?: readonly string[];
  /** Where an item goes that failed while *On Error* lets the workflow go on; by default the first output. */
  failurePort?(step: Step): string;
  /** What the node would do with one item; the same engine function that the node calls. */
  simulate(step: Step, item: JsonObject, context: StepContext): StepOutcome;
}
