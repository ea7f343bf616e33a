/** Many texts as a thread is given them: joined, as a million of them one by one take seconds. */
export type JoinedTexts = readonly (string | readonly string[])[];

const between = '\0';
/** chosen: 65,536 texts, so that what is joined comes nowhere near the longest text that there may be. */
const textsTogether = 65_536;

/** Those that hold the sign between them, as JSON can, are left apart with their neighbours. */
export function joinedTexts(texts: readonly string[]): JoinedTexts {
  const joined: (string | readonly string[])[] = [];
  for (let from = 0; from < texts.length; from += textsTogether) {
    const together = texts.slice(from, from + textsTogether);
    joined.push(together.some((text) => text.includes(between)) ? together : together.join(between));
  }
  return joined;
}

export function partedTexts(joined: JoinedTexts): string[] {
  return joined.flatMap((together) => (typeof together === 'string' ? together.split(between) : together));
}
