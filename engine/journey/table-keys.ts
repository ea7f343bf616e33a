import type { Step } from './model.ts';
import { sameJson } from './same-json.ts';
import { stepType } from './steps/registry.ts';

/** Keys of the tables that a step refers to: its parameters with the control `table`, unless another setting hides them. */
export function tableKeysOf(step: Step): string[] {
  return Object.entries(stepType(step).parametersSchema.properties).flatMap(([name, schema]) => {
    const condition = schema['x-showWhen'];
    const isHidden = condition !== undefined && !sameJson(step.parameters[condition.property], condition.equals);
    const key = step.parameters[name];
    return schema['x-control'] === 'table' && !isHidden && typeof key === 'string' ? [key] : [];
  });
}
