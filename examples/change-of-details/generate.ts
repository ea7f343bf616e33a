import { changeForms } from './customers.ts';

// node examples/change-of-details/generate.ts [COUNT] [SEED]   a line of JSON per form

const [count = '200', seed = '2026'] = process.argv.slice(2);

if (/^\d+$/.test(count) && /^-?\d+$/.test(seed)) {
  for (const form of changeForms(Number(count), Number(seed))) console.log(JSON.stringify(form));
} else {
  console.error('Usage: node examples/change-of-details/generate.ts [COUNT] [SEED]');
  process.exitCode = 2;
}
