import { plural } from '../../lib/ui/format.ts'
import { waiting } from '../../lib/ui/waits.ts'

/** What may wait of conferences and vendor meetings. */
export const eventsWaiting = waiting(
  {
    reviews: (count: number, event: string) => ({
      title: plural('en', count, {
        one: `A proposal for ${event} waits for your review`,
        other: `# proposals for ${event} wait for your review`,
      }),
      meta: 'The call is closed.',
      button: 'Review',
    }),
    unplaced: (count: number, event: string) => ({
      title: plural('en', count, {
        one: `An accepted proposal for ${event} has no place yet`,
        other: `# accepted proposals for ${event} have no place yet`,
      }),
      meta: 'Their authors wait for day and hour.',
      button: 'Place them',
    }),
    coming: (event: string) => ({ title: `Do you come to ${event}?`, meta: 'Your role is expected there.', button: 'Answer' }),
    presence: (event: string) => ({
      title: `Who was at ${event}?`,
      meta: 'It is over; what happened is not noted for everybody expected.',
      button: 'Note it',
    }),
  },
  {
    de: {
      reviews: (count, event) => ({
        title: plural('de', count, {
          one: `Eine Einreichung für ${event} wartet auf Ihr Gutachten`,
          other: `# Einreichungen für ${event} warten auf Ihr Gutachten`,
        }),
        meta: 'Die Frist für Einreichungen ist vorbei.',
        button: 'Begutachten',
      }),
      unplaced: (count, event) => ({
        title: plural('de', count, {
          one: `Eine angenommene Einreichung für ${event} hat noch keinen Platz`,
          other: `# angenommene Einreichungen für ${event} haben noch keinen Platz`,
        }),
        meta: 'Ihre Autorinnen und Autoren warten auf Tag und Stunde.',
        button: 'Einplanen',
      }),
      coming: (event) => ({ title: `Kommen Sie zu ${event}?`, meta: 'Ihr Amt wird dort erwartet.', button: 'Antworten' }),
      presence: (event) => ({
        title: `Wer war bei ${event}?`,
        meta: 'Es ist vorbei; noch ist nicht für alle Erwarteten eingetragen, was war.',
        button: 'Eintragen',
      }),
    },
    fr: {
      reviews: (count, event) => ({
        title: plural('fr', count, {
          one: `Une proposition pour ${event} attend votre avis`,
          other: `# propositions pour ${event} attendent votre avis`,
        }),
        meta: 'L’appel est clos.',
        button: 'Donner un avis',
      }),
      unplaced: (count, event) => ({
        title: plural('fr', count, {
          one: `Une proposition acceptée pour ${event} n’a pas encore de place`,
          other: `# propositions acceptées pour ${event} n’ont pas encore de place`,
        }),
        meta: 'Leurs auteurs attendent le jour et l’heure.',
        button: 'Les placer',
      }),
      coming: (event) => ({ title: `Venez-vous à ${event} ?`, meta: 'Votre rôle y est attendu.', button: 'Répondre' }),
      presence: (event) => ({
        title: `Qui était à ${event} ?`,
        meta: 'C’est passé ; la présence n’est pas notée pour toutes les personnes attendues.',
        button: 'La noter',
      }),
    },
    es: {
      reviews: (count, event) => ({
        title: plural('es', count, {
          one: `Una propuesta para ${event} espera su valoración`,
          other: `# propuestas para ${event} esperan su valoración`,
        }),
        meta: 'La convocatoria está cerrada.',
        button: 'Valorar',
      }),
      unplaced: (count, event) => ({
        title: plural('es', count, {
          one: `Una propuesta aceptada para ${event} no tiene sitio todavía`,
          other: `# propuestas aceptadas para ${event} no tienen sitio todavía`,
        }),
        meta: 'Sus autores esperan día y hora.',
        button: 'Darles sitio',
      }),
      coming: (event) => ({ title: `¿Asistirá a ${event}?`, meta: 'Se espera a quien tiene su cargo.', button: 'Responder' }),
      presence: (event) => ({
        title: `¿Quién estuvo en ${event}?`,
        meta: 'Ya terminó; falta anotar la asistencia de algunas personas esperadas.',
        button: 'Anotarla',
      }),
    },
  },
)
