/**
 * Certainty from which a signal counts as found, and strength from which an emotion does. Chosen: 0.5, more likely than not, because the
 * detectors are weighed so that a plain word for the thing stands above it.
 */
export const foundFrom = 0.5;

/** Letters in a text whose language is unknown that make it a text which nobody read. Chosen: 20, because "ok" and names are of every language. */
export const unreadLetters = 20;

/** Messages of the customer whose emotions count. Chosen: 3, because what somebody felt before may have been heard meanwhile. */
export const emotionWindow = 3;
