import path from 'node:path';
import { makeNode, ScaffoldProblem } from './make-node.ts';

const usage = `Usage: npm run new:node -- ConsentCheck

Makes nodes/ConsentCheck with everything that a node's folder has, its sample, its page in the docs and its entry in
package.json. It passes the tests as it is; then make it yours.
`;

const next = `
Next: write what the node does in run.ts (it calls engine/), its settings in properties.ts and params.ts, draw its icons,
describe it in the docs, and keep "npx vitest run --project unit tests/nodes" green.
`;

async function main([name, ...more]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || more.length > 0) {
    process.stdout.write(usage);
    return name === '--help' ? 0 : 1;
  }
  try {
    const files = await makeNode(path.resolve(import.meta.dirname, '../..'), name);
    process.stdout.write(`${files.map((file) => `made ${file}`).join('\n')}\nregistered in package.json\n${next}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ScaffoldProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
