import type { INodeProperties } from 'n8n-workflow';

/** A path that need not be there. */
export function pathField(
  displayName: string,
  name: string,
  placeholder: string,
  description: string,
  more: Partial<INodeProperties> = {},
): INodeProperties {
  return {
    displayName,
    name,
    type: 'string',
    default: '',
    placeholder,
    requiresDataPath: 'single',
    description,
    ...more,
  };
}
