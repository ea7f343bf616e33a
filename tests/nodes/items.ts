import type { IDataObject, INodeExecutionData, ITaskData } from 'n8n-workflow';

/** Items with this content. */
export function items(...contents: IDataObject[]): INodeExecutionData[] {
  return contents.map((json) => ({ json }));
}

/** What a person reads of a failed node: headline and explanation. */
export function messages(task: ITaskData): string {
  return [task.error?.message, task.error?.description].filter(Boolean).join('\n');
}
