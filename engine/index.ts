/** The only door into the engine. */
export * from './issue.ts';
export * from './json.ts';
export * from './decision/decision.ts';
export * from './decision/model.ts';
export * from './decision/risk.ts';
export * from './journey/model.ts';
export * from './journey/n8n-workflow.ts';
export * from './journey/step-type.ts';
export * from './contract/hub-api.ts';
