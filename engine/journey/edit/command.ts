import type { DecisionTable } from '../../decision/model.ts';
import type { JsonObject } from '../../json.ts';
import type { Journey, Link, LinkEnd, Position, Step, WorkflowResidue } from '../model.ts';
import type { TableEdit } from './table-edit.ts';

/** A change of a journey, as data. Ids come in with the command, so that doing it again gives the same journey. */
export type Command =
  /** Adds a step, with the table that it refers to; `link` connects it at once. */
  | { kind: 'add-step'; step: Step; table?: { key: string; table: DecisionTable }; links?: Link[] }
  /** Puts a step onto a link: the link then ends at the step's input, and a new link goes on from its output. */
  | {
      kind: 'insert-step';
      step: Step;
      table?: { key: string; table: DecisionTable };
      link: string;
      input: string;
      output: string;
      newLinkId: string;
    }
  /** Removes steps, their links, and the tables that no other step uses. */
  | { kind: 'remove-steps'; steps: string[] }
  | { kind: 'move-steps'; positions: Record<string, Position> }
  /** Renames a step, and what n8n expressions of other nodes call it. */
  | { kind: 'rename-step'; step: string; name: string }
  /** Replaces a step's parameters; links of ports that are gone thereby go too. */
  | { kind: 'set-parameters'; step: string; parameters: JsonObject }
  | { kind: 'set-disabled'; steps: string[]; disabled: boolean }
  | { kind: 'connect'; link: Link }
  | { kind: 'disconnect'; links: string[] }
  /** Moves one end of a link. */
  | { kind: 'reconnect'; link: string; from: LinkEnd; to: LinkEnd }
  | { kind: 'rename-journey'; name: string }
  /** An empty text removes the description. */
  | { kind: 'describe-journey'; description: string }
  | { kind: 'add-table'; key: string; table: DecisionTable }
  | { kind: 'edit-table'; table: string; edit: TableEdit }
  /** Adds what `readFragment` made of a piece of a workflow. */
  | { kind: 'paste'; fragment: Fragment }
  /** Several commands as one step of undo; all of them, or none. */
  | { kind: 'composite'; commands: Command[] }
  | PatchCommand;

/** Steps, links and tables that can be put into a journey as they are. */
export interface Fragment {
  steps: Step[];
  links: Link[];
  tables: Record<string, DecisionTable>;
}

/**
 * What has to be put back, entry by entry: the inverse of every command has this form. Only what the command changed is in
 * it, so it applies beside later changes of other entries.
 */
export interface PatchCommand {
  kind: 'patch';
  name?: string;
  /** Null removes the description. */
  description?: string | null;
  steps?: ListPatch<Step>;
  links?: ListPatch<Link>;
  tables?: ListPatch<TableEntry>;
  workflow?: WorkflowResidue;
}

/** A table under its key, as an entry of a list. */
export interface TableEntry {
  id: string;
  table: DecisionTable;
}

/** Entries to put in (replacing those with the same id), entries to drop, and the order afterwards where it changes. */
export interface ListPatch<Entry> {
  put: Entry[];
  drop: string[];
  order?: string[];
}

/** A journey after a command, and the command that takes it back. */
export interface Applied {
  journey: Journey;
  inverse: PatchCommand;
}
