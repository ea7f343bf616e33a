import { runCli } from './run-cli.ts';
import { processStreams } from './streams.ts';

process.exitCode = await runCli(process.argv.slice(2), processStreams());
// Standard input that nobody reads to its end would keep the process alive.
process.stdin.destroy();
