import { node, run } from './built-package.ts';

/** Builds the nodes and the hub as they ship, once, before the tests of the packages. */
export function setup(): void {
  // The validators that the nodes carry are generated first.
  run(node, ['rules/schema/compile.ts']);
  run(node, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', '--configNodes', '--configHub']);
}
