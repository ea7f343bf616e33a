import type { IssueMessage } from '../issue.ts';

/** Wording of everything that can be wrong with records of customers. No message holds a value of a record. */
export const identityMessages: Record<string, IssueMessage> = {
  identity_no_records: 'There are no records to resolve. Check the file, or the step before.',
  identity_duplicate_ids:
    'Ids occur more than once: {count}, such as {ids}. Each record needs an id of its own; name the column that holds it, or leave the id out to number the records.',
  identity_nothing_to_compare:
    'No record (of {count}) has a value that tells who it is about: names, e-mail, phone, birth date, address. Check which column holds which field.',
  identity_records_without_values:
    'Records without a value that tells who they are about: {count}. Each stays a profile of its own.',
  identity_blocks_too_large:
    'Some values ({blocks}) are shared by so many records that not all pairs were compared; {skipped} were left out. The report names them; a value that many records share, such as a company’s phone number, belongs in no field of a person.',
  identity_answers_contradict:
    'Answers of persons contradict others: {count}. Those that say "not the same" were followed; ask again about the others.',
};
