import { allSettings } from './settings-table.ts';

/**
 * Takes the hub's secrets out of the environment once they are read. Mounted, the hub shares its process with n8n, whose
 * workflows may read the environment (`$env`) where n8n does not forbid it: whoever may edit one would have the master key.
 */
export function forgetSecrets(environment: Record<string, string | undefined>): void {
  for (const { name, form } of allSettings) {
    if (form.kind.startsWith('secret')) Reflect.deleteProperty(environment, name);
  }
}
