import { compileJourney, journeyProblems, type Journey, type N8nWorkflow } from '../../../engine/index.ts';
import { rulePacks } from '../../../rules/index.ts';
import { ProblemError } from '../http/problem.ts';
import { worded } from '../journeys/journeys.document.ts';

/**
 * The workflow that n8n shall run. The ids of its nodes are the ids of the steps, so that a link from the designer finds
 * the node, and n8n invents none (a new id with every save would be a new version with every publication).
 * @throws ProblemError `journey_has_problems` with the errors; warnings do not stand in the way
 */
export function compileForN8n(journey: Journey): N8nWorkflow {
  const ports = { packs: rulePacks };
  const errors = journeyProblems(journey, ports).filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ProblemError('journey_has_problems', { issues: worded(errors) });
  const compiled = compileJourney(journey, ports);
  if (!compiled.ok) throw new ProblemError('journey_has_problems', { issues: worded(compiled.issues) });
  const nodes = compiled.value.nodes.map((node, index) => {
    const id = journey.steps[index]?.id;
    return id === undefined ? node : { ...node, id };
  });
  return { ...compiled.value, nodes };
}
