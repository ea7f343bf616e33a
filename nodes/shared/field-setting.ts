import type { IExecuteFunctions } from 'n8n-workflow';
import { errorIssue } from '../../engine/index.ts';
import type { Issue } from '../../engine/index.ts';

/**
 * Finds an expression where the name of a field belongs. Such settings have to accept expressions, or n8n would not let
 * a field be dragged into them; evaluated, an expression would give a value of the first item instead of a name.
 */
export function expressionIssues(context: IExecuteFunctions, setting: string): Issue[] {
  const raw: unknown = context.getNode().parameters[setting];
  return holdsExpression(raw) ? [errorIssue('field_is_expression', [setting])] : [];
}

function holdsExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('=');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
