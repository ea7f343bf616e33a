import { build } from 'esbuild';
import { expect, test } from 'vitest';

test('spreadsheets need nothing of Node in the browser', async () => {
  const root = new URL('../../../../', import.meta.url).pathname;
  const result = await build({
    stdin: {
      contents: "export { tableFromFile, tableToFile } from './engine/decision/spreadsheet/table-file.ts'",
      resolveDir: root,
    },
    bundle: true,
    platform: 'browser',
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  expect(result.warnings).toEqual([]);
  const imports = Object.values(result.metafile.inputs).flatMap((input) => input.imports);
  expect(imports.filter(({ external }) => external === true)).toEqual([]);
  const [code] = result.outputFiles;
  expect(code?.text).not.toMatch(/\beval\(|new Function\(|worker_threads|createRequire/);
});
