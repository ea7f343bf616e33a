import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';

// Turns the JSON Schemas into plain functions, `rules/generated/validators.js`, so that neither a node nor a browser with
// a strict content policy compiles anything at run time. Run by `npm run generate`.

const folder = import.meta.dirname;
const target = path.join(folder, '..', 'generated');

/** What must not stand in code that n8n's scanner and a strict content policy let pass. */
const forbidden = [/\brequire\s*\(/, /\bnew Function\b/, /\beval\s*\(/, /\bglobalThis\b/, /\bprocess\b/];

const declarations = `// Written by rules/schema/compile.ts.
export interface SchemaError {
  instancePath: string;
  schemaPath: string;
  keyword: string;
  params: Record<string, unknown>;
  message?: string;
}
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
}
export declare const validateTable: Validator;
export declare const validateJourney: Validator;
export declare const validateIdentityModel: Validator;
export declare const validatePlaybook: Validator;
`;

function readSchema(name: string): { $id: string } {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as { $id: string };
}

async function compileSchemas(): Promise<void> {
  const table = readSchema('decision-table.schema.json');
  const journey = readSchema('journey.schema.json');
  const identityModel = readSchema('identity-model.schema.json');
  const playbook = readSchema('playbook.schema.json');
  const ajv = new Ajv({
    allErrors: true,
    // The wording is ours (engine/issue-messages.ts).
    messages: false,
    logger: false,
    allowUnionTypes: true,
    strict: true,
    // Lengths in UTF-16 units: only emptiness is asked for, and the exact count would need a helper of ajv's at run time.
    unicode: false,
    schemas: [table, journey, identityModel, playbook],
    code: { source: true, esm: true, lines: true },
  });
  const generate = standalone as unknown as (ajv: Ajv, exports: Record<string, string>) => string;
  const source = generate(ajv, {
    validateTable: table.$id,
    validateJourney: journey.$id,
    validateIdentityModel: identityModel.$id,
    validatePlaybook: playbook.$id,
  });
  const code = await bundle(joinInPlace(source));
  const found = forbidden.find((pattern) => pattern.test(code));
  if (found !== undefined)
    throw new Error(`rules/generated/validators.js would contain ${String(found)}; change the schema`);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'validators.js'), `// Written by rules/schema/compile.ts.\n${code}`);
  writeFileSync(path.join(target, 'validators.d.ts'), declarations);
}

/**
 * ajv joins the errors of a part with `concat`, which copies all errors so far for every part: a hundred thousand wrong
 * rows took half a minute. Here they are pushed instead.
 */
function joinInPlace(source: string): string {
  const joined = source.replace(
    /vErrors === null \? (\w+\.errors) : vErrors\.concat\(\1\)/g,
    'joinErrors(vErrors, $1)',
  );
  if (joined.includes('.concat(')) throw new Error('ajv writes its errors in a new way; look at joinInPlace again');
  return `${joined}
function joinErrors(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}`;
}

/** Drops what nothing refers to, such as ajv's copies of the schemas, and whatever small helper ajv asks for comes in. */
async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: folder, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  });
  return result.outputFiles[0]?.text ?? '';
}

await compileSchemas();
