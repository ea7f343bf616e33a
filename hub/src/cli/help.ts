import type { Command, CommandOption, Program } from './command.ts';

const width = 80;

/** Options that every command has. */
export const commonOptions: Record<string, CommandOption> = {
  help: { type: 'boolean', short: 'h', help: 'show this help' },
};

/** `steward --help`, or the help of a group of commands such as `journey`. */
export function overview({ name, about, commands }: Program, group: readonly string[] = []): string {
  const shown = commands.filter(({ words }) => group.every((word, index) => words[index] === word));
  const rows = shown.map((command) => [usageOf(command), command.summary] as const);
  return [
    ...(group.length === 0 ? [about, ''] : []),
    `Usage: ${name} ${[...group, 'COMMAND'].join(' ')} …`,
    '',
    'Commands:',
    ...columns(rows),
    '',
    'Options:',
    ...columns([
      ['-h, --help', 'show help; after a command, its own'],
      ['--version', 'show the version'],
    ]),
    '',
    ...wrap('Exit codes: 0 all well, 1 findings or failed items, 2 wrong use or unreadable input.', 0),
    '',
  ].join('\n');
}

/** `steward COMMAND --help`. */
export function commandHelp({ name: program }: Program, command: Command): string {
  const options = Object.entries({ ...command.options, ...commonOptions });
  return [
    `Usage: ${program} ${usageOf(command)}${Object.keys(command.options).length > 0 ? ' [OPTIONS]' : ''}`,
    '',
    ...command.help.flatMap((paragraph) => [...wrap(paragraph, 0), '']),
    'Options:',
    ...columns(options.map(([name, option]) => [flagOf(name, option), option.help] as const)),
    '',
    'Examples:',
    ...command.examples.map((example) => `  ${example}`),
    '',
  ].join('\n');
}

function usageOf({ words, operands }: Command): string {
  return [...words, ...operands].join(' ');
}

function flagOf(name: string, { short, type }: CommandOption): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${type === 'string' ? ` ${name.toUpperCase()}` : ''}`;
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const indent = Math.max(...rows.map(([left]) => left.length)) + 4;
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, indent);
    return [`  ${left}`.padEnd(indent) + first.trimStart(), ...rest];
  });
}

/** Breaks a text at spaces, so that no line is longer than a terminal is wide. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((part) => ' '.repeat(indent) + part);
}
