import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { importWorkflow } from '../../../engine/index.ts';
import type { Command } from './command.ts';
import { readable, readJson } from './read-document.ts';

/** `steward journey import WORKFLOW.json`: an n8n workflow as a journey. */
export const journeyImportCommand: Command = {
  words: ['journey', 'import'],
  operands: ['WORKFLOW.json'],
  summary: 'read an n8n workflow as a journey',
  help: [
    'Writes the journey to standard output; compiling it gives the same workflow back. WORKFLOW.json may be - for standard input.',
    'The same file gives the same journey, byte for byte, so that it can be kept in git.',
  ],
  options: {
    id: { type: 'string', help: 'id of the journey (default: from the name of the file)' },
  },
  examples: ['steward journey import workflow.json > journey.json'],
  async run({ operands, options, streams }) {
    const file = operands[0] ?? '';
    const workflow = await readJson(file, streams);
    const id = typeof options['id'] === 'string' && options['id'] !== '' ? options['id'] : idFrom(file);
    const journey = readable(file, importWorkflow(workflow, { id, newId: derivedIds(workflow) }));
    await streams.write(`${JSON.stringify(journey, null, 2)}\n`);
    return 0;
  },
};

function idFrom(file: string): string {
  const stem = basename(file === '-' ? 'journey' : file).replace(/\.json$/i, '');
  const id = stem
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return id === '' ? 'journey' : id;
}

/** Ids that depend on the workflow alone, in the form of a UUID. @source RFC 9562, 5.8 (version 8) */
function derivedIds(workflow: unknown): () => string {
  const seed = createHash('sha256').update(textOf(workflow)).digest();
  let count = 0;
  return () => {
    const hex = createHash('sha256')
      .update(seed)
      .update(String((count += 1)))
      .digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}

/** A workflow that nests too deep to be written down again gets its message from the import. */
function textOf(workflow: unknown): string {
  try {
    return JSON.stringify(workflow);
  } catch {
    return '';
  }
}
