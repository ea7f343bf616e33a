/** Russian, Ukrainian, Bulgarian, Serbian and Macedonian letters as passports write them. */
const cyrillic =
  'а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=iu я=ia ' +
  'і=i ї=i є=ie ґ=g ў=u ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz ѓ=g ќ=k ѕ=dz';
/** Modern Greek; pairs that are one sound come first. */
const greek =
  'ου=ou αυ=av ευ=ev μπ=b ντ=nt γκ=gk γγ=ng γχ=nch ' +
  'α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o';

const latin = new Map(`${cyrillic} ${greek}`.split(' ').map((entry) => entry.split('=') as [string, string]));
const cyrillicOrGreek = /[\u0370-\u03ff\u0400-\u04ff\u1f00-\u1fff]/;
const unit = /ου|αυ|ευ|μπ|ντ|γκ|γγ|γχ|[\u0370-\u03ff\u0400-\u04ff]/g;

/**
 * Cyrillic and Greek letters in Latin ones; everything else stays.
 * @param text lower case
 * @example transliterate('юлия петрова') // 'iuliia petrova'
 * @example transliterate('παπαδόπουλος') // 'papadopoulos'
 * @source ICAO Doc 9303 part 3, section 6 (Cyrillic); ELOT 743 / ISO 843 type 2 (Greek)
 */
export function transliterate(text: string): string {
  if (!cyrillicOrGreek.test(text)) return text;
  // й and ї are letters of their own, not и and і with a mark, but both are written i.
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(unit, (letters) => latin.get(letters) ?? letters);
}
