import { checkTable, describeIssue, type DecisionTable } from '../../../../../engine/index.ts';
import { Callout } from '../../../../ui/index.ts';
import { counted } from '../../store/words.ts';

/** A table that is ready to come in, with what there is to say about it. */
export interface Candidate {
  table: DecisionTable;
  notes: string[];
}

const notesShown = 8;

/** What was found in the file, and what is wrong with it or doubtful. */
export function FoundInFile({ candidate: { table, notes } }: { candidate: Candidate }) {
  const errors = checkTable(table).filter(({ severity }) => severity === 'error');
  const wrong = errors.map(describeIssue);
  // What was said of a cell of the file need not be said of the row that it became.
  const isTold = (text: string) => notes.some((note) => note.endsWith(text.slice(text.indexOf(': ') + 2)));
  const all = [...new Set([...notes, ...wrong.filter((text) => !isTold(text))])];
  return (
    <Callout
      tone={errors.length > 0 ? 'warn' : 'good'}
      live
      title={[
        counted(table.rows.length, 'row'),
        counted(table.inputs.length, 'input'),
        counted(table.outputs.length, 'result'),
        ...(table.tests === undefined ? [] : [counted(table.tests.length, 'test')]),
        ...(table.uses === undefined ? [] : [`uses ${counted(table.uses.length, 'table')}`]),
      ].join(', ')}
    >
      {all.length === 0 ? 'Everything was understood.' : <NoteList notes={all} />}
    </Callout>
  );
}

/** The first of some remarks, and how many more there are. */
export function NoteList({ notes }: { notes: readonly string[] }) {
  return (
    <>
      <ul className="jn-problem-list">
        {notes.slice(0, notesShown).map((note, index) => (
          <li key={index}>{note}</li>
        ))}
      </ul>
      {notes.length > notesShown && <p>{`And ${counted(notes.length - notesShown, 'more', 'more')}.`}</p>}
    </>
  );
}
