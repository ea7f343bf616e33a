/**
 * The nonce that the page's policy lets style elements in with. Radix writes two at run time (the scroll lock of a
 * dialog, the scroll bar of a select); without a nonce the policy stops them and both still work, less smoothly.
 */
export const styleNonce: string | undefined =
  typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLElement>('meta[name="csp-nonce"]')?.nonce || undefined;

// Where the scroll lock's library looks for it.
if (styleNonce) Object.assign(globalThis, { __webpack_nonce__: styleNonce });
