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
  identity_zones_turned:
    'The threshold for asking ({ask}) is above that for the same customer ({same}). Turn them round.',
  identity_comparison_unknown: 'The model names a comparison "{id}" that it does not have, or that stands later.',
  identity_comparison_twice: 'Two comparisons are called "{id}". Give one of them another id.',
  identity_features_count: 'The comparison "{id}" needs {count} features for its comparator, {comparator}.',
  identity_level_unknown:
    'The level "{level}" of the comparison "{comparison}" is not known to it, or stands there twice.',
  identity_level_last: 'The last level of the comparison "{id}" has to be "differs", which catches all.',
  survivorship_rank_missing:
    'The table "{table}" ranks no values. It needs a result called "rank", a number, and a hit policy that gives one result, such as "first".',
  identity_shares_sum: 'The {share} of the levels of the comparison "{id}" add up to {sum}; they have to add up to 1.',
};
