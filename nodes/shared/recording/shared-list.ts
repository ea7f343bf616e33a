/** Values, each once. The same object is found at once; another one is held against the text of those that are there. */
export class SharedList<Value extends object> {
  readonly values: Value[] = [];
  private readonly places = new Map<Value, number>();
  private readonly texts = new Map<string, number>();

  place(value: Value): number {
    const known = this.places.get(value);
    if (known !== undefined) return known;
    const text = JSON.stringify(value);
    let place = this.texts.get(text);
    if (place === undefined) this.texts.set(text, (place = this.values.push(value) - 1));
    this.places.set(value, place);
    return place;
  }
}
