import { rolePermissions, type Role } from '../../../engine/index.ts';
import { permissionWords } from '../app/role-words.ts';

/** What a role may do, as one sentence: "May see journeys, draw and change journeys, and …". */
export function roleInWords(role: Role): string {
  const words = rolePermissions[role].map((permission) => permissionWords[permission]);
  const last = words.pop() ?? 'do nothing';
  return words.length === 0 ? `May ${last}.` : `May ${words.join('; ')}; and ${last}.`;
}
