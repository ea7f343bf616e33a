/** The id of a signing key in groups of four, as people read it out: "3f2a 91bc 04de 7a11". */
export function keyWords(id: string): string {
  return id.replace(/(.{4})(?=.)/g, '$1 ');
}
