import type { Step } from './model.ts';
import { stepType } from './steps/registry.ts';
import { isShownParameter } from './steps/shown-parameter.ts';

/** Keys of the tables that a step refers to: its parameters with the control `table`, unless another setting hides them. */
export function tableKeysOf(step: Step): string[] {
  const { properties } = stepType(step).parametersSchema;
  return Object.entries(properties).flatMap(([name, schema]) => {
    const key = step.parameters[name];
    const isTable = schema['x-control'] === 'table' && isShownParameter(schema, step.parameters, properties);
    return isTable && typeof key === 'string' ? [key] : [];
  });
}
