/** Countries where people have two family names, the father's and the mother's. */
const twoFamilyNames: ReadonlySet<string> = new Set(
  'ES MX CO PE CL VE EC GT CU BO DO HN PY SV NI CR PA UY PR'.split(' '),
);
const common: ReadonlySet<string> = new Set(
  (
    'garcia fernandez gonzalez rodriguez lopez martinez sanchez perez martin gomez jimenez ruiz hernandez diaz moreno alvarez munoz romero alonso ' +
    'gutierrez navarro torres dominguez vazquez vasquez ramos gil ramirez serrano blanco molina morales suarez ortega delgado castro ortiz rubio marin sanz ' +
    'nunez iglesias medina garrido cortes castillo santos lozano guerrero cano prieto mendez cruz flores herrera reyes rivera chavez mendoza guzman ' +
    'vargas rojas contreras salazar aguilar luna juarez estrada espinoza sandoval carrillo rios acosta cabrera vega campos pena soto silva valdez'
  ).split(' '),
);

/**
 * Whether the last two words of a full name are both family names: where the country has two, or both are common Spanish ones.
 * @param words normalized, the family name last
 */
export function endsInTwoFamilyNames(words: readonly string[], region: string | undefined): boolean {
  if (words.length < 3) return false;
  if (region !== undefined && twoFamilyNames.has(region)) return true;
  return words.slice(-2).every((word) => common.has(word));
}
