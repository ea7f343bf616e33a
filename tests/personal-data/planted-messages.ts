import type { PersonalDataClass } from '../../engine/index.ts';
import { frames, harmless } from './harmless-sentences.ts';
import { obfuscated } from './obfuscate.ts';
import { personOf } from './planted-people.ts';
import { english, french, german } from './planted-sentences-north.ts';
import { italian, portuguese, spanish } from './planted-sentences-south.ts';
import { slotClasses, valueOf, type Slot } from './planted-values.ts';
import { dice, languages, type Dice, type Language } from './planting.ts';

/** An identifier and where it stands, in UTF-16 units. */
export interface Planted {
  class: PersonalDataClass;
  start: number;
  end: number;
  isObfuscated: boolean;
}

/** A message of a customer, and every identifier in it. */
export interface PlantedMessage {
  text: string;
  language: Language;
  planted: Planted[];
}

const sentences: Readonly<Record<Language, readonly string[]>> = {
  en: lines(english),
  de: lines(german),
  fr: lines(french),
  es: lines(spanish),
  it: lines(italian),
  pt: lines(portuguese),
};

/**
 * The detectors were improved with the messages of the first two. Those of the third are only counted: what is left of them
 * is reported as it is, and no detector is changed for one of them.
 */
export const seeds = { first: 20261122, second: 7_041_776, reported: 31_415_926 };

/** One in four identifiers is obfuscated; languages and sentences come in turn, so that none is missing. */
export function plantedMessages(count: number, seed: number): PlantedMessage[] {
  const chance = dice(seed);
  return Array.from({ length: count }, (_, index) => {
    const language = languages[index % languages.length] as Language;
    return composed(language, Math.floor(index / languages.length), chance);
  });
}

/** Messages in the same frames that identify nobody. */
export function harmlessMessages(count: number, seed: number): string[] {
  const chance = dice(seed);
  return Array.from({ length: count }, (_, index) => {
    const language = languages[index % languages.length] as Language;
    const { opening, closing } = frames[language];
    const body = Array.from({ length: chance.between(3, 6) }, () => harmlessSentence(language, chance));
    return [chance.pick(opening), body.join(' '), chance.pick(closing)].filter((part) => part !== '').join('\n');
  });
}

function composed(language: Language, turn: number, chance: Dice): PlantedMessage {
  const message: PlantedMessage = { text: '', language, planted: [] };
  const frame = frames[language];
  const all = sentences[language];
  const add = (template: string) => fill(message, template, chance);
  add(`${chance.chance(0.4) ? chance.pick(frame.greeting) : chance.pick(frame.opening)}\n`);
  add(all[turn % all.length] as string);
  for (let more = chance.between(0, 2); more > 0; more--) add(` ${harmlessSentence(language, chance)}`);
  for (let more = chance.between(0, 2); more > 0; more--) add(`${chance.pick([' ', '\n'])}${chance.pick(all)}`);
  if (chance.chance(0.5)) add(` ${harmlessSentence(language, chance)}`);
  add(`\n${chance.chance(0.5) ? chance.pick(frame.signature) : chance.pick(frame.closing)}`);
  return message;
}

function harmlessSentence(language: Language, chance: Dice): string {
  return chance.pick(lines(harmless[language])).replace(/#+/g, (marks) => chance.digits(marks.length));
}

/** Adds a sentence with values in its slots; the names of one sentence are one person's. */
function fill(message: PlantedMessage, template: string, chance: Dice): void {
  const person = personOf(message.language, chance);
  const parts = template.split(/\{(\w+)\}/);
  parts.forEach((part, index) => {
    if (index % 2 === 0) {
      message.text += part;
      return;
    }
    const slot = part as Slot;
    const value = valueOf(slot, message.language, chance, person);
    const isObfuscated = chance.chance(0.25);
    const written = isObfuscated ? obfuscated(slot, value, message.language, chance) : value;
    const start = message.text.length;
    message.text += written;
    message.planted.push({ class: slotClasses[slot], start, end: message.text.length, isObfuscated });
  });
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.replaceAll('\\n', '\n'));
}
