import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tablePacks } from '../../rules/index.ts';

const catalogue = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8');

/** The part of the catalogue that is about one pack. */
function chapterOf(title: string): string {
  const from = catalogue.indexOf(`\n## ${title}\n`);
  if (from === -1) throw new Error(`docs/packs.md has no chapter "${title}"`);
  const to = catalogue.indexOf('\n## ', from + 1);
  return catalogue.slice(from, to === -1 ? undefined : to);
}

describe.each(Object.entries(tablePacks))('what is written about the pack %s', (id, { table, title }) => {
  const readme = readFileSync(new URL(`../../rules/packs/${id}/README.md`, import.meta.url), 'utf8');
  const chapter = chapterOf(title);
  const tables = [table, ...(table.uses ?? [])];

  test('names every fact that it reads, in its README', () => {
    const paths = tables.flatMap(({ inputs }) =>
      inputs.filter(({ from }) => from === undefined).map(({ path }) => path),
    );
    const named = (path: string) =>
      readme.includes(`\`${path}\``) || readme.includes(`\`.${path.split('.')[1] ?? ''}\``);
    expect(paths.filter((path) => !named(path))).toEqual([]);
  });

  test('names every result and every table, in the catalogue', () => {
    const names = [...table.outputs.map((output) => output.id), ...tables.map((one) => one.id)];
    expect(names.filter((name) => !chapter.includes(`\`${name}\``))).toEqual([]);
  });

  test('names every assumption with its owner and its day, in the catalogue', () => {
    const rows = tables.flatMap(({ assumptions }) => assumptions ?? []);
    const missing = rows.filter(({ owner, reviewBy, text }) => {
      const words = text.replace(/\s+/g, ' ');
      return !chapter.replace(/\s+/g, ' ').includes(`${words} | ${owner} | ${reviewBy}`);
    });
    expect(missing.map((assumption) => assumption.id)).toEqual([]);
  });

  test('names every source with its part, in the catalogue', () => {
    const flat = chapter.replace(/\s+/g, ' ');
    const laws = tables.flatMap(({ sources }) => sources ?? []).filter((source) => source.url !== undefined);
    expect(laws.filter((source) => !flat.includes(source.title)).map((source) => source.title)).toEqual([]);
  });
});
