/**
 * What a message needs next, from labelled messages: nothing but automation; a person in the ordinary queue; a person now, because waiting
 * may cost health, life, home or money; a person now, because of distress.
 * @source labelling guide of tests/cases/conversation
 */
export const needs = ['none', 'person', 'person-now', 'distress'] as const;
export type Need = (typeof needs)[number];
