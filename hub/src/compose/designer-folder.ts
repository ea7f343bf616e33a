import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Beside the bundle when the hub is installed as a package; beside the hub in a checkout, built or run from its source. */
export function designerFolder(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const places = [path.join(here, 'designer'), path.resolve(here, '../../editor/dist')];
  return places.find((place) => existsSync(place)) ?? path.resolve(here, '../../../editor/dist');
}
