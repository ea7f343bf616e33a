import { useState } from 'react';
import type { DecisionTable } from '../../../../../engine/index.ts';
import { Button, Callout, Dialog, Field, Segmented, Select, TextInput, toast } from '../../../../ui/index.ts';
import { useSession } from '../../store/session.ts';
import { counted } from '../../store/words.ts';
import { asKept, readTableFile, tableOfRules, type ReadFile } from './read-table-file.ts';
import { FileDrop } from './FileDrop.tsx';
import { FoundInFile, NoteList, type Candidate } from './FoundInFile.tsx';
import { likelySheet, suggested } from './column-mapping.ts';
import { SheetImport, type ChosenSheet } from './SheetImport.tsx';

/** The file is larger than any table: nothing is read of it. */
const maxBytes = 20_000_000;

interface ImportTableDialogProps {
  /** The table that is open and may be replaced; null: only a new one. */
  current: { key: string; table: DecisionTable } | null;
  onClose(): void;
  /** Key of the table that came in. */
  onImported(key: string): void;
}

/** Brings a table in from a spreadsheet, a DMN file, rules for json-rules-engine or a file of Steward; shows first what became of it. */
export function ImportTableDialog({ current, onClose, onImported }: ImportTableDialogProps) {
  const { tableEdits } = useSession();
  const [file, setFile] = useState<ReadFile | null>(null);
  const [fileName, setFileName] = useState('');
  const [candidate, setCandidate] = useState<Candidate | null>(null);
  const [sheet, setSheet] = useState<ChosenSheet | null>(null);
  const [problems, setProblems] = useState<string[]>([]);
  const [into, setInto] = useState<'new' | 'replace'>('new');
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState<string | null>(null);

  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setBusy(true);
    setFileName(chosen.name);
    const read: ReadFile =
      chosen.size > maxBytes
        ? { kind: 'failed', problems: ['The file is larger than 20 MB. Keep the table alone in it.'] }
        : await readTableFile(chosen.name, new Uint8Array(await chosen.arrayBuffer()));
    setBusy(false);
    setName(null);
    show(read);
  };
  const show = (read: ReadFile) => {
    setFile(read);
    setProblems(read.kind === 'failed' ? read.problems : []);
    const top = read.kind === 'tables' ? read.tables[read.top] : undefined;
    setCandidate(top ?? null);
    setSheet(null);
    if (read.kind === 'rules') takeRules(read, 'first');
    if (read.kind === 'sheets') {
      const at = likelySheet(read.sheets, read.name);
      takeSheet({ at, read: suggested(read.sheets[at] ?? { name: '', cells: [] }, read.name) });
    }
  };
  const takeSheet = (next: ChosenSheet) => {
    setSheet(next);
    setProblems(next.read.ok ? [] : next.read.problems);
    setCandidate(next.read.ok ? { table: next.read.table, notes: next.read.notes } : null);
  };
  const takeRules = (read: Extract<ReadFile, { kind: 'rules' }>, hitPolicy: 'first' | 'rule-order') => {
    const made = tableOfRules(read.ruleSet, hitPolicy, read.name);
    setProblems(made.kind === 'failed' ? made.problems : []);
    setCandidate(made.kind === 'tables' ? (made.tables[0] ?? null) : null);
  };
  const bringIn = () => {
    if (candidate === null) {
      if (file === null) setProblems(['Choose a file first.']);
      return;
    }
    const kept = asKept({ ...candidate.table, name: (name ?? candidate.table.name).trim() || candidate.table.name });
    if (!kept.ok) return setProblems(kept.problems);
    if (into === 'replace' && current !== null) {
      if (!tableEdits.replaceTable(current.key, kept.table)) return;
      onImported(current.key);
      toast({ tone: 'good', title: `${kept.table.name} took its place`, detail: 'Undo brings the old one back.' });
    } else {
      const key = tableEdits.importTable(kept.table);
      if (key === null) return;
      onImported(key);
    }
    onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      onSubmit={bringIn}
      size={file?.kind === 'sheets' ? 'l' : 'm'}
      className="jn-import"
      title="Import a table"
      description="From Excel or CSV, a DMN file, rules for json-rules-engine, or a table that Steward exported."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" type="submit" disabled={file !== null && candidate === null}>
            {into === 'replace' ? 'Replace' : 'Import'}
          </Button>
        </>
      }
    >
      <FileDrop busy={busy} fileName={fileName} onFile={(chosen) => void take(chosen)} />
      {file?.kind === 'tables' && file.tables.length > 1 && (
        <Field label="Decision" hint={`The file holds ${counted(file.tables.length, 'decision')}.`}>
          <Select
            value={String(file.tables.findIndex((entry) => entry === candidate))}
            onChange={(at) => setCandidate(file.tables[Number(at)] ?? null)}
            options={file.tables.map(({ title, table }, at) => ({
              value: String(at),
              label: title,
              detail: counted(table.rows.length, 'row'),
            }))}
          />
        </Field>
      )}
      {file?.kind === 'rules' && <RulePolicy onChoose={(hitPolicy) => takeRules(file, hitPolicy)} />}
      {file?.kind === 'sheets' && sheet !== null && (
        <SheetImport sheets={file.sheets} name={file.name} chosen={sheet} onChange={takeSheet} />
      )}
      {problems.length > 0 && (
        <Callout tone="bad" title="This cannot come in" live>
          <NoteList notes={problems} />
        </Callout>
      )}
      {candidate !== null && (
        <>
          <FoundInFile candidate={candidate} />
          <Field label="Name">
            <TextInput value={name ?? candidate.table.name} onChange={setName} maxLength={128} />
          </Field>
          {current !== null && (
            <Segmented
              label="Where it goes"
              value={into}
              onChange={setInto}
              options={[
                { value: 'new', label: 'A new table' },
                { value: 'replace', label: `In place of ${current.table.name}` },
              ]}
            />
          )}
        </>
      )}
    </Dialog>
  );
}

function RulePolicy({ onChoose }: { onChoose(hitPolicy: 'first' | 'rule-order'): void }) {
  const [chosen, setChosen] = useState<'first' | 'rule-order'>('first');
  return (
    <Segmented
      label="What counts of the rules"
      value={chosen}
      onChange={(next) => {
        setChosen(next);
        onChoose(next);
      }}
      options={[
        { value: 'first', label: 'The first event decides' },
        { value: 'rule-order', label: 'All events count' },
      ]}
    />
  );
}
