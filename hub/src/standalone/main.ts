import { runCli } from '../cli/run-cli.ts';
import { processStreams } from '../cli/streams.ts';
import { stewardHub } from './steward-hub.ts';

process.exitCode = await runCli(process.argv.slice(2), processStreams(), stewardHub);
// Standard input that nobody reads to its end would keep the process alive.
process.stdin.destroy();
