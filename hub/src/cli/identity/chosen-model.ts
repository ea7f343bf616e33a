import { checkIdentityModel, defaultIdentityModel, type IdentityModel } from '../../../../engine/index.ts';
import { parseIdentityModel } from '../../../../rules/index.ts';
import { UsageError, type CommandOption, type Invocation } from '../command.ts';
import { readable, readJson } from '../read-document.ts';

export const modelOptions = {
  model: {
    type: 'string',
    help: 'a model that train wrote (default: the one that Steward brings, measured on the file)',
  },
  kind: { type: 'string', help: 'person (default) or company: which default model' },
} satisfies Record<string, CommandOption>;

/** The model of `--model`, taken as it is; else a default one, whose weights are measured on the records. */
export async function chosenModel({
  options,
  streams,
}: Pick<Invocation, 'options' | 'streams'>): Promise<{ model: IdentityModel; fit: 'auto' | 'never' }> {
  const file = options['model'];
  if (typeof file === 'string') {
    const model = readable(file, parseIdentityModel(await readJson(file, streams)));
    const issues = checkIdentityModel(model);
    return {
      model: readable(file, issues.length === 0 ? { ok: true, value: model } : { ok: false, issues }),
      fit: 'never',
    };
  }
  const kind = options['kind'] ?? 'person';
  if (kind !== 'person' && kind !== 'company')
    throw new UsageError(`--kind ${String(kind)}: expected person or company.`);
  return { model: defaultIdentityModel(kind), fit: 'auto' };
}
