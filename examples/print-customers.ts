import type { JsonObject } from '../engine/index.ts';

/**
 * Prints a line of JSON per customer of an example.
 * @param args COUNT and SEED, both optional
 * @param usage the program's call, shown for anything else; the exit code is 2 then
 */
export function printCustomers(
  generate: (count: number, seed: number) => JsonObject[],
  [count = '200', seed = '2026']: readonly string[],
  usage: string,
): void {
  if (/^\d+$/.test(count) && /^-?\d+$/.test(seed)) {
    for (const customer of generate(Number(count), Number(seed))) console.log(JSON.stringify(customer));
    return;
  }
  console.error(`Usage: ${usage}`);
  process.exitCode = 2;
}
