/** Forms that end a name, in base letters without dots, several words where they are written apart. */
const atEnd =
  'gmbh|g mbh|mbh|ggmbh|gesellschaft mit beschrankter haftung|gesellschaft mit beschraenkter haftung|ug|ug haftungsbeschrankt|ug haftungsbeschraenkt|haftungsbeschrankt|haftungsbeschraenkt|' +
  'ag|aktiengesellschaft|kg|kgaa|ohg|gbr|ek|e k|eg|ev|e v|se|co kg|and co kg|and co|and co ohg|and co kgaa|partg|partg mbb|partnerschaft|kommanditgesellschaft|stiftung|' +
  'sarl|sa rl|sagl|gesmbh|ges mbh|ges m b h|og|keg|' +
  'ltd|limited|plc|public limited company|llp|lp|llc|l l c|inc|incorporated|corp|corporation|co|company|co ltd|co inc|pty|pty ltd|proprietary limited|pvt|pvt ltd|private limited|pc|pllc|' +
  'cic|' +
  'sas|sasu|sarlu|eurl|snc|sci|scop|sca|scs|gie|sa|societe anonyme|et cie|and cie|cie|' +
  'spa|srl|srls|sapa|scarl|scrl|soc coop|societa per azioni|societa a responsabilita limitata|' +
  'sl|slu|s l|sociedad limitada|sociedad anonima|sau|sll|sc|scoop|cb|sa de cv|s de rl de cv|s de rl|sapi de cv|sab de cv|eirl|sac|sas esp|' +
  'lda|limitada|unipessoal lda|ltda|eireli|epp|sgps|' +
  'bv|nv|vof|cv|bvba|sprl|besloten vennootschap|naamloze vennootschap|' +
  'ab|aktiebolag|hb|kb|as|asa|ans|da|aps|a s|oy|oyj|ky|ab oy|oy ab|' +
  'sp z oo|spolka z oo|spolka z ograniczona odpowiedzialnoscia|sp j|sp k|spolka akcyjna|sro|s r o|spol s ro|vos|kft|bt|zrt|nyrt|rt|doo|d o o|dd|ad|ood|eood|' +
  'ooo|oao|pao|zao|ao|ip|tov|uab|sia|ou|ae|epe|ike|ltd sti|sti|anonim sirketi|limited sirketi|' +
  'kk|kabushiki kaisha|kabushikigaisha|gk|godo kaisha|yk|株式会社|有限会社|合同会社|有限公司|股份有限公司|有限责任公司|주식회사|유한회사|' +
  'sdn bhd|bhd|pte|pte ltd|pt|tbk|jsc|ojsc|cjsc|fzco|fze|fz llc|dmcc|wll|saog|saoc';

/** Forms that may begin a name. */
const atStart =
  'sarl|sas|sasu|eurl|sci|snc|societe|ste|firma|fa|pt|cv|ooo|oao|pao|zao|ao|tov|ip|uab|sia|oy|ab|as|kk|株式会社|有限会社|合同会社|주식회사|유한회사|messrs|ets|etablissements|soc coop';

let ends: ReadonlySet<string> | null = null;
let starts: ReadonlySet<string> | null = null;

/**
 * How many words from a place on are a legal form.
 * @param words base letters, lower case
 * @param where `end`: all words from there on; `start`: the first word
 * @returns 0: they are none
 * @example legalFormAt(['mueller', 'gmbh'], 1, 'end') // 1
 * @source ISO 20275 (entity legal forms)
 */
export function legalFormAt(words: readonly string[], from: number, where: 'start' | 'end'): number {
  ends ??= new Set(atEnd.split('|'));
  starts ??= new Set(atStart.split('|'));
  if (where === 'start') return starts.has(words[from] ?? '') ? 1 : 0;
  return ends.has(words.slice(from).join(' ')) ? words.length - from : 0;
}
