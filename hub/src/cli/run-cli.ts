import { debuglog, parseArgs } from 'node:util';
import manifest from '../../package.json' with { type: 'json' };
import { parseOptions, UsageError, type Command, type ExitCode, type Program } from './command.ts';
import { commands } from './commands.ts';
import { didYouMean } from './did-you-mean.ts';
import { commandHelp, commonOptions, overview } from './help.ts';
import { OutputClosedError, OutputFailedError, type CliStreams } from './streams.ts';

const trace = debuglog('steward');

const steward: Program = { name: 'steward', about: 'Governed customer journeys for n8n.', commands };

/** Runs a program with these arguments; says wrong use on standard error, never with a stack trace. */
export async function runCli(args: readonly string[], streams: CliStreams, program = steward): Promise<ExitCode> {
  try {
    return await dispatch(args, streams, program);
  } catch (error) {
    // Whoever reads our output has seen enough.
    if (error instanceof OutputClosedError) return 0;
    if (error instanceof UsageError || error instanceof OutputFailedError)
      streams.note(`${program.name}: ${error.message}\n`);
    else {
      trace('%s', error instanceof Error ? error.stack : error);
      streams.note(
        `${program.name}: this is a fault of Steward itself: ${String(error)}\nPlease report it with the command. NODE_DEBUG=steward shows where it happened.\n`,
      );
    }
    return 2;
  }
}

async function dispatch(args: readonly string[], streams: CliStreams, program: Program): Promise<ExitCode> {
  const { name, commands } = program;
  const words = leadingWords(args);
  const command = findCommand(program, words);
  if (command !== null) return await runCommand(program, command, args.slice(command.words.length), streams);
  const flags = args.slice(words.length);
  if (words.length === 0 && flags.includes('--version')) {
    await streams.write(`${manifest.version}\n`);
    return 0;
  }
  const isGroup = words.length > 0 && commands.some((candidate) => startsWith(candidate.words, words));
  const asksForHelp = flags.includes('--help') || flags.includes('-h') || words[0] === 'help';
  if (asksForHelp) return await showHelp(program, words[0] === 'help' ? words.slice(1) : words, streams);
  if (words.length === 0 && program.otherwise) return await runCommand(program, program.otherwise, [...args], streams);
  if (words.length === 0 && flags.length > 0)
    throw new UsageError(`there is no option ${flags[0] ?? ''}. Try ${name} --help.`);
  if (words.length === 0 || isGroup) {
    streams.note(overview(program, words));
    return 2;
  }
  throw unknownCommand(program, words);
}

/** The words before the first option. */
function leadingWords(args: readonly string[]): string[] {
  const end = args.findIndex((arg) => arg.startsWith('-'));
  return args.slice(0, end < 0 ? args.length : end);
}

function findCommand({ commands }: Program, words: readonly string[]): Command | null {
  // "sentiment adapt" is not "sentiment" with an operand.
  const called = commands.filter((command) => startsWith(words, command.words));
  return called.sort((one, other) => other.words.length - one.words.length)[0] ?? null;
}

function startsWith(words: readonly string[], beginning: readonly string[]): boolean {
  return beginning.every((word, index) => words[index] === word);
}

async function showHelp(program: Program, words: readonly string[], streams: CliStreams): Promise<ExitCode> {
  const command = findCommand(program, words);
  const isKnown = command !== null || program.commands.some((candidate) => startsWith(candidate.words, words));
  if (!isKnown) throw unknownCommand(program, words);
  await streams.write(command === null ? overview(program, words) : commandHelp(program, command));
  return 0;
}

function unknownCommand({ name: program, commands }: Program, words: readonly string[]): UsageError {
  const names = commands.map((command) => command.words.join(' '));
  const groups = commands.flatMap((command) => command.words.slice(0, -1));
  const [first = '', second = ''] = words;
  const group = groups.includes(first) ? first : didYouMean(first, groups);
  const isMember = group !== null && names.some((name) => name.startsWith(`${group} `));
  const meant = isMember && second !== '' ? didYouMean(`${group} ${second}`, names) : didYouMean(first, names);
  const suggestion = meant ?? (group !== null && group !== first ? group : null);
  const hint = suggestion === null ? `Try ${program} --help.` : `Did you mean "${suggestion}"?`;
  const called = groups.includes(first) ? `${first} ${second}` : first;
  return new UsageError(`there is no command "${called.trim()}". ${hint}`);
}

async function runCommand(program: Program, command: Command, args: string[], streams: CliStreams): Promise<ExitCode> {
  const name = command.words.join(' ');
  const { values, positionals } = parseCommandLine(program, command, args);
  if (values['help'] === true) {
    await streams.write(commandHelp(program, command));
    return 0;
  }
  const { operands } = command;
  const missing = operands[positionals.length];
  if (missing !== undefined) throw new UsageError(`${name} needs ${missing}. Try ${program.name} ${name} --help.`);
  const takesMany = operands.at(-1)?.endsWith('…') === true;
  if (positionals.length > operands.length && !takesMany) {
    throw new UsageError(
      `${name} takes ${operands.join(' ')} only; "${positionals[operands.length] ?? ''}" is too much.`,
    );
  }
  return await command.run({ operands: positionals, options: values, streams });
}

function parseCommandLine({ name: program }: Program, command: Command, args: string[]) {
  const options = { ...command.options, ...commonOptions };
  try {
    const { values, positionals } = parseArgs({ args, options: parseOptions(options), allowPositionals: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    const name = command.words.join(' ');
    const wrong = args.find((arg) => arg.startsWith('--') && !Object.hasOwn(options, arg.slice(2).split('=')[0] ?? ''));
    const meant = wrong === undefined ? null : didYouMean(wrong.slice(2), Object.keys(options));
    const hint = meant === null ? `Try ${program} ${name} --help.` : `Did you mean --${meant}?`;
    const reason =
      wrong === undefined
        ? error instanceof Error
          ? `${error.message.replace(/\.$/, '')}.`
          : String(error)
        : `${name} has no option ${wrong}.`;
    throw new UsageError(`${reason} ${hint}`);
  }
}
