import { themeStages } from '#model';
import { minutes, theme } from '../examples.ts';
import { isOf } from '../graph.ts';
import { defineRule } from '../rule.ts';

const stages = Object.keys(themeStages);
const decided = (stage: string) =>
  minutes(`decisions:\n  - id: d-2024-05-1\n    text: Si passa a provare.\n    theme: tema\n    stage: ${stage}`);

export const rule = defineRule({
  severity: 'warning',
  title: 'La fase di un tema corrisponde alle decisioni prese',
  explanation:
    'Una decisione può portare un tema a una nuova fase («stage»): la strada del tema prende da lì la data e l’incontro. Nel file del tema «status» dice a che punto è oggi, e non può indicare una fase precedente a quella decisa.',
  valid: { 'themes/tema.mdx': theme.replace('proposed', 'trialling'), 'minutes/primo.mdx': decided('trialling') },
  invalid: { 'minutes/primo.mdx': decided('trialling') },
  says: [
    'minutes/primo.mdx:13:12 «d-2024-05-1» porta il tema «tema» alla fase «In sperimentazione», ma il tema è ancora «Proposto». → Mettere «status: trialling» in «themes/tema.mdx».',
  ],
  check({ graph }, report) {
    for (const entry of graph.entries) {
      if (!isOf(entry, 'minutes')) continue;
      for (const [index, { id, theme: of, stage }] of (entry.data.decisions ?? []).entries()) {
        if (!stage) continue;
        const found = of === undefined ? undefined : graph.byRef.get(`themes/${of}`);
        if (of === undefined)
          report(entry, ['decisions', index, 'stage'], {
            message: `«${id}» cambia la fase di un tema, ma non dice quale.`,
            fix: 'Indicare «theme», oppure togliere «stage».',
          });
        else if (found && isOf(found, 'themes') && stages.indexOf(found.data.status) < stages.indexOf(stage))
          report(entry, ['decisions', index, 'stage'], {
            message: `«${id}» porta il tema «${of}» alla fase «${themeStages[stage]}», ma il tema è ancora «${themeStages[found.data.status]}».`,
            fix: `Mettere «status: ${stage}» in «${found.file}».`,
          });
      }
    }
  },
});
