import type { ParseArgsOptionsConfig } from 'node:util';
import type { CliStreams } from './streams.ts';

/** 0: all well. 1: findings or failed items. 2: wrong use, or input that cannot be read. */
export type ExitCode = 0 | 1 | 2;

/** An option of a command, for parsing and for its help. */
export interface CommandOption {
  type: 'boolean' | 'string';
  short?: string;
  help: string;
}

/** What a command gets to do its work. */
export interface Invocation {
  operands: string[];
  options: Record<string, string | boolean | undefined>;
  streams: CliStreams;
}

/** One command of `steward`; help, parsing and dispatch read this. */
export interface Command {
  /** The words that call it: `['journey', 'compile']`. */
  words: string[];
  /** Names of its operands, in order; all of them are needed. The last may stand for several: `FILE…`. */
  operands: string[];
  summary: string;
  /** Paragraphs for `--help`. */
  help: string[];
  options: Record<string, CommandOption>;
  examples: string[];
  run(invocation: Invocation): Promise<ExitCode>;
}

/** A program of one or more commands. */
export interface Program {
  /** As it is called: `steward`. */
  name: string;
  /** One sentence above its help. */
  about: string;
  commands: readonly Command[];
  /** What it does when no command is named. @default it shows its help */
  otherwise?: Command;
}

/** Options in the form of `parseArgs`. */
export function parseOptions(options: Record<string, CommandOption>): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
  );
}

/** Wrong use of a command: the message goes to standard error, the exit code is 2. */
export class UsageError extends Error {}
