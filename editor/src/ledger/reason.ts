/** How long a reason may be, in characters; the hub asks for the same. */
export const reasonLimits = { least: 3, most: 500 } as const;

export const reasonHint =
  'It is kept with your name and cannot be taken back. Nothing personal: it stays when a person is erased.';

/** True for words that the hub takes as a reason. */
export function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= reasonLimits.least && length <= reasonLimits.most;
}
