import { serviceCases } from './customers.ts';

// node examples/service-desk/generate.ts [COUNT] [SEED]   a line of JSON per case

const [count = '200', seed = '2026'] = process.argv.slice(2);

if (/^\d+$/.test(count) && /^-?\d+$/.test(seed)) {
  for (const entry of serviceCases(Number(count), Number(seed))) console.log(JSON.stringify(entry));
} else {
  console.error('Usage: node examples/service-desk/generate.ts [COUNT] [SEED]');
  process.exitCode = 2;
}
