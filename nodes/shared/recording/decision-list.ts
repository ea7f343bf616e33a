import type { Decision } from '../../../engine/index.ts';

/** Decisions, each once. */
export class DecisionList {
  readonly values: Decision[] = [];
  private readonly tables = new Map<string, Step>();
  private readonly texts = new Map<string, number>();

  /**
   * The place of a decision of the run that is under way. The rows that matched tell the decisions of one table apart: they
   * make the outcome and its reasons. To compare decisions as wholes would take longer than to decide.
   */
  placeOfOwn(decision: Decision): number {
    const { tableDigest, matched, required } = decision;
    if (tableDigest === '' || required !== undefined) return this.placeOfText(keyOf(decision), decision);
    let step = this.tables.get(tableDigest);
    if (step === undefined) this.tables.set(tableDigest, (step = new Step()));
    for (const row of matched) step = step.next(row);
    return (step.place ??= this.values.push(decision) - 1);
  }

  /** The place of a decision of any run; who changed the item in between may have changed it, too. */
  place(decision: Decision): number {
    return this.placeOfText(JSON.stringify(decision), decision);
  }

  private placeOfText(text: string, decision: Decision): number {
    let place = this.texts.get(text);
    if (place === undefined) this.texts.set(text, (place = this.values.push(decision) - 1));
    return place;
  }
}

/** The rows of a table that matched so far, one after the other. */
class Step {
  place: number | undefined = undefined;
  private readonly steps = new Map<string, Step>();

  next(row: string): Step {
    let step = this.steps.get(row);
    if (step === undefined) this.steps.set(row, (step = new Step()));
    return step;
  }
}

/** The rows that matched, and what the tables that it used decided. Without a table only the whole decision will do. */
function keyOf(decision: Decision): string {
  const { tableDigest, matched, required } = decision;
  return JSON.stringify(tableDigest === '' ? decision : [tableDigest, matched, required?.map(keyOf)]);
}
