import { useState } from 'react';
import { compileJourney, describeIssue, exportJsonRules, type Journey } from '../../../../engine/index.ts';
import { rulePacks } from '../../../../rules/index.ts';
import { Button, Callout, Dialog, Field, Select } from '../../../ui/index.ts';
import { copyText } from '../parts/copy-text.ts';
import { saveFile } from '../parts/save-file.ts';
import { today } from '../parts/today.ts';
import { useDocument, useSession, useView } from '../store/session.ts';

/** The journey in the forms that other programs read. */
export function ExportDialog() {
  const { view } = useSession();
  const open = useView((state) => state.dialog === 'export');
  if (!open) return null;
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && view.setState({ dialog: null })}
      title="Export"
      description="Files to keep, to review, or to use elsewhere."
    >
      <ExportForm />
    </Dialog>
  );
}

function ExportForm() {
  const journey = useDocument((state) => state.journey);
  const [form, setForm] = useState('workflow');
  const forms = exportForms(journey);
  const chosen = forms.find((entry) => entry.id === form) ?? forms[0];
  if (chosen === undefined) return null;
  const made = chosen.make();
  return (
    <div className="jn-export">
      <Field label="What" hint={chosen.hint}>
        <Select
          value={chosen.id}
          onChange={setForm}
          options={forms.map((entry) => ({ value: entry.id, label: entry.title }))}
        />
      </Field>
      {made.ok ? (
        <>
          <pre className="jn-answer jn-preview" tabIndex={0} aria-label="Preview">
            {made.text.length > 4000 ? `${made.text.slice(0, 4000)}\n…` : made.text}
          </pre>
          <div className="jn-buttons">
            <Button variant="primary" icon="download" onClick={() => saveFile(chosen.file, made.text)}>
              Download {chosen.file}
            </Button>
            <Button icon="copy" onClick={() => void copyText(made.text, `${chosen.title} was copied`)}>
              Copy
            </Button>
          </div>
        </>
      ) : (
        <Callout tone="bad" title="This cannot be exported yet">
          {made.message}
        </Callout>
      )}
    </div>
  );
}

interface ExportForm {
  id: string;
  title: string;
  hint: string;
  file: string;
  make(): { ok: true; text: string } | { ok: false; message: string };
}

function exportForms(journey: Journey): ExportForm[] {
  const stem =
    journey.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'journey';
  const json = (value: unknown) => ({ ok: true as const, text: `${JSON.stringify(value, null, 2)}\n` });
  const failed = (issues: Parameters<typeof describeIssue>[0][]) => ({
    ok: false as const,
    message: issues.map(describeIssue).join(' '),
  });
  return [
    {
      id: 'workflow',
      title: 'n8n workflow',
      hint: 'Import it in n8n from a file, or paste it on n8n’s canvas. Needs the package n8n-nodes-steward there.',
      file: `${stem}.workflow.json`,
      make: () => {
        const compiled = compileJourney(journey, { packs: rulePacks });
        return compiled.ok ? json(compiled.value) : failed(compiled.issues);
      },
    },
    ...Object.entries(journey.tables).map(([key, table]) => ({
      id: `rules ${key}`,
      title: `Rules of ${table.name}`,
      hint: 'For json-rules-engine 7: one rule per row, in order of priority. Run it with allowUndefinedFacts. The table’s own page exports it as Excel, CSV and DMN, too.',
      file: `${table.id}.rules.json`,
      make: () => {
        const rules = exportJsonRules(table, { day: today() });
        return rules.ok ? json(rules.value) : failed(rules.issues);
      },
    })),
    {
      id: 'journey',
      title: 'Journey document',
      hint: 'Everything, as Steward keeps it: for version control, or another hub.',
      file: `${stem}.journey.json`,
      make: () => json(journey),
    },
  ];
}
