// Control characters but for tab and line breaks, and the marks that turn the direction of what follows.
// eslint-disable-next-line no-control-regex -- they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text without what a reader cannot see and a page would obey. */
export function withoutControls(text: string): string {
  return text.replace(controls, '');
}
