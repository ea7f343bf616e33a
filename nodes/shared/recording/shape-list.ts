import type { JsonValue } from '../../../engine/index.ts';

/** Lists of names of inputs, each once: those inputs of a record that have a value. */
export class ShapeList {
  readonly lists: string[][] = [];
  private readonly roots = new Map<readonly string[], Step>();
  private readonly places = new Map<string, number>();

  /**
   * The place of the list of those names that have a value.
   * @param names the same list for records of the same kind, so that their shapes are found without a look at the names
   * @param values one for each name; undefined: absent
   */
  place(names: readonly string[], values: readonly (JsonValue | undefined)[]): number {
    let step = this.roots.get(names);
    if (step === undefined) this.roots.set(names, (step = new Step()));
    for (let index = 0; index < values.length; index++) {
      step = values[index] === undefined ? (step.absent ??= new Step()) : (step.present ??= new Step());
    }
    return (step.place ??= this.add(names.filter((_, index) => values[index] !== undefined)));
  }

  private add(names: string[]): number {
    const text = JSON.stringify(names);
    let place = this.places.get(text);
    if (place === undefined) {
      place = this.lists.push(names) - 1;
      this.places.set(text, place);
    }
    return place;
  }
}

/** Where a list of values has got to, value by value: has it the next one or not? */
class Step {
  absent: Step | undefined = undefined;
  present: Step | undefined = undefined;
  place: number | undefined = undefined;
}
