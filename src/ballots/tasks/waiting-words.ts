import { plural } from '../../lib/ui/format.ts'
import { waiting } from '../../lib/ui/waits.ts'

/** What may wait of cycles, ballots, elections and motions. */
export const ballotsWaiting = waiting(
  {
    consent: (title: string) => ({ title, meta: 'Adopted unless somebody objects', button: 'Read' }),
    paper: (title: string, voter: string) => ({ title: `${title}: the ballot of ${voter}`, meta: 'Open', button: 'Fill in the ballot' }),
    triage: (count: number, cycle: string) => ({
      title: plural('en', count, {
        one: `One wish waits for the triage of ${cycle}`,
        other: `# wishes wait for the triage of ${cycle}`,
      }),
      meta: 'Triage',
      button: 'Look and decide',
    }),
    rewording: (title: string) => ({ title: `Other words for “${title}”?`, meta: 'You can answer', button: 'Read and answer' }),
    costing: (count: number, cycle: string) => ({
      title: plural('en', count, { one: `# wish of ${cycle} without a cost`, other: `# wishes of ${cycle} without a cost` }),
      meta: 'Costing',
      button: 'Give costs',
    }),
    seat: (title: string) => ({ title: `A vacant seat is offered to you: ${title}`, meta: 'Answer', button: 'Yes or no' }),
  },
  {
    de: {
      consent: (title) => ({ title, meta: 'Angenommen, wenn niemand widerspricht', button: 'Lesen' }),
      paper: (title, voter) => ({ title: `${title}: der Stimmzettel von ${voter}`, meta: 'Offen', button: 'Stimmzettel ausfüllen' }),
      triage: (count, cycle) => ({
        title: plural('de', count, {
          one: `Ein Wunsch wartet auf die Sichtung (${cycle})`,
          other: `# Wünsche warten auf die Sichtung (${cycle})`,
        }),
        meta: 'Sichtung',
        button: 'Ansehen und entscheiden',
      }),
      rewording: (title) => ({ title: `Andere Worte für „${title}“?`, meta: 'Sie können antworten', button: 'Lesen und antworten' }),
      costing: (count, cycle) => ({
        title: plural('de', count, { one: `# Wunsch ohne Kosten (${cycle})`, other: `# Wünsche ohne Kosten (${cycle})` }),
        meta: 'Kostenschätzung',
        button: 'Kosten angeben',
      }),
      seat: (title) => ({ title: `Ihnen wird ein freier Sitz angeboten: ${title}`, meta: 'Ihre Antwort', button: 'Ja oder nein' }),
    },
    fr: {
      consent: (title) => ({ title, meta: 'Adopté si personne ne s’y oppose', button: 'Lire' }),
      paper: (title, voter) => ({ title: `${title} : le bulletin de ${voter}`, meta: 'Ouvert', button: 'Remplir le bulletin' }),
      triage: (count, cycle) => ({
        title: plural('fr', count, { one: `Un souhait attend le tri de ${cycle}`, other: `# souhaits attendent le tri de ${cycle}` }),
        meta: 'Tri',
        button: 'Regarder et décider',
      }),
      rewording: (title) => ({
        title: `D’autres mots pour « ${title} » ?`,
        meta: 'Vous pouvez répondre',
        button: 'Lire et répondre',
      }),
      costing: (count, cycle) => ({
        title: plural('fr', count, { one: `# souhait de ${cycle} sans coût`, other: `# souhaits de ${cycle} sans coût` }),
        meta: 'Chiffrage',
        button: 'Donner les coûts',
      }),
      seat: (title) => ({ title: `Un siège vacant vous est proposé : ${title}`, meta: 'Votre réponse', button: 'Oui ou non' }),
    },
    es: {
      consent: (title) => ({ title, meta: 'Queda adoptada si nadie se opone', button: 'Leer' }),
      paper: (title, voter) => ({ title: `${title}: la papeleta de ${voter}`, meta: 'Abierta', button: 'Rellenar la papeleta' }),
      triage: (count, cycle) => ({
        title: plural('es', count, {
          one: `Un deseo espera la selección de ${cycle}`,
          other: `# deseos esperan la selección de ${cycle}`,
        }),
        meta: 'Selección',
        button: 'Ver y decidir',
      }),
      rewording: (title) => ({ title: `¿Otras palabras para «${title}»?`, meta: 'Puede responder', button: 'Leer y responder' }),
      costing: (count, cycle) => ({
        title: plural('es', count, { one: `# deseo de ${cycle} sin coste`, other: `# deseos de ${cycle} sin coste` }),
        meta: 'Cálculo de costes',
        button: 'Dar los costes',
      }),
      seat: (title) => ({ title: `Se le ofrece un puesto libre: ${title}`, meta: 'Su respuesta', button: 'Sí o no' }),
    },
  },
)
