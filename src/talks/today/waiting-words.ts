import { waiting } from '../../lib/ui/waits.ts'

/** What may wait of Show and Tell. */
export const talksWaiting = waiting(
  {
    proposed: (title: string) => ({
      title: `Proposed for Show and Tell: ${title}`,
      meta: 'The proposer waits for an answer.',
      button: 'Read and decide',
    }),
    consent: (title: string) => ({ title: `May “${title}” be recorded?`, meta: 'Yes or no, both are fine.', button: 'Answer' }),
    slides: (title: string) => ({ title: `Slides of “${title}”`, meta: 'They are still missing.', button: 'Add them' }),
  },
  {
    de: {
      proposed: (title) => ({
        title: `Vorschlag für Show and Tell: ${title}`,
        meta: 'Wer vorgeschlagen hat, wartet auf Antwort.',
        button: 'Lesen und entscheiden',
      }),
      consent: (title) => ({ title: `Darf „${title}“ aufgezeichnet werden?`, meta: 'Ja oder nein, beides ist gut.', button: 'Antworten' }),
      slides: (title) => ({ title: `Folien zu „${title}“`, meta: 'Sie fehlen noch.', button: 'Hinzufügen' }),
    },
    fr: {
      proposed: (title) => ({
        title: `Proposé pour Show and Tell : ${title}`,
        meta: 'L’auteur de la proposition attend une réponse.',
        button: 'Lire et décider',
      }),
      consent: (title) => ({
        title: `« ${title} » peut-il être enregistré ?`,
        meta: 'Oui ou non, les deux conviennent.',
        button: 'Répondre',
      }),
      slides: (title) => ({ title: `Diapositives de « ${title} »`, meta: 'Elles manquent encore.', button: 'Les ajouter' }),
    },
    es: {
      proposed: (title) => ({
        title: `Propuesta para Show and Tell: ${title}`,
        meta: 'Quien la propuso espera una respuesta.',
        button: 'Leer y decidir',
      }),
      consent: (title) => ({ title: `¿Puede grabarse «${title}»?`, meta: 'Sí o no, ambas respuestas valen.', button: 'Responder' }),
      slides: (title) => ({ title: `Diapositivas de «${title}»`, meta: 'Todavía faltan.', button: 'Añadirlas' }),
    },
  },
)
