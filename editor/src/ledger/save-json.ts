import { saveFile } from '../app/save-file.ts';

/** Hands a value to the person as a file that people can read. */
export function saveJson(name: string, value: unknown): void {
  saveFile(name, `${JSON.stringify(value, null, 2)}\n`);
}
