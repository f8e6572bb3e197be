import { plural } from '../../lib/ui/format.ts'
import { waiting } from '../../lib/ui/waits.ts'

/** What may wait of user cases and requests. */
export const requestsWaiting = waiting(
  {
    suggestions: (count: number) => ({
      title: plural('en', count, { one: '# message reads like a user case', other: '# messages read like a user case' }),
      meta: 'You decide; each yes and no teaches the list.',
      button: 'Look',
    }),
    drafts: (count: number) => ({
      title: plural('en', count, { one: '# user case is a draft', other: '# user cases are drafts' }),
      meta: 'Captured, and nobody has filled them in.',
      button: 'Fill in',
    }),
    merges: (count: number) => ({
      title: plural('en', count, { one: '# merge can be carried out', other: '# merges can be carried out' }),
      meta: 'Those concerned have had their time.',
      button: 'Decide',
    }),
    own: (count: number) => ({
      title: plural('en', count, {
        one: '# user case of yours: who may quote you?',
        other: '# user cases of yours: who may quote you?',
      }),
      meta: 'Without your word it stays where it was said.',
      button: 'Say so',
    }),
  },
  {
    de: {
      suggestions: (count) => ({
        title: plural('de', count, {
          one: '# Nachricht liest sich wie ein Anwendungsfall',
          other: '# Nachrichten lesen sich wie ein Anwendungsfall',
        }),
        meta: 'Sie entscheiden; aus jedem Ja und Nein lernt die Liste.',
        button: 'Ansehen',
      }),
      drafts: (count) => ({
        title: plural('de', count, { one: '# Anwendungsfall ist ein Entwurf', other: '# Anwendungsfälle sind Entwürfe' }),
        meta: 'Festgehalten, aber noch von niemandem ausgefüllt.',
        button: 'Ausfüllen',
      }),
      merges: (count) => ({
        title: plural('de', count, {
          one: '# Zusammenlegung kann vollzogen werden',
          other: '# Zusammenlegungen können vollzogen werden',
        }),
        meta: 'Die Betroffenen hatten ihre Frist.',
        button: 'Entscheiden',
      }),
      own: (count) => ({
        title: plural('de', count, {
          one: '# Anwendungsfall von Ihnen: Wer darf Sie zitieren?',
          other: '# Anwendungsfälle von Ihnen: Wer darf Sie zitieren?',
        }),
        meta: 'Ohne Ihr Wort bleibt es dort, wo es gesagt wurde.',
        button: 'Angeben',
      }),
    },
    fr: {
      suggestions: (count) => ({
        title: plural('fr', count, {
          one: '# message ressemble à un cas d’usage',
          other: '# messages ressemblent à un cas d’usage',
        }),
        meta: 'Vous décidez ; chaque oui et chaque non instruit la liste.',
        button: 'Regarder',
      }),
      drafts: (count) => ({
        title: plural('fr', count, { one: '# cas d’usage est un brouillon', other: '# cas d’usage sont des brouillons' }),
        meta: 'Recueillis, et personne ne les a remplis.',
        button: 'Remplir',
      }),
      merges: (count) => ({
        title: plural('fr', count, { one: '# regroupement peut être effectué', other: '# regroupements peuvent être effectués' }),
        meta: 'Les personnes concernées ont eu leur délai.',
        button: 'Décider',
      }),
      own: (count) => ({
        title: plural('fr', count, {
          one: '# cas d’usage de vous : qui peut vous citer ?',
          other: '# cas d’usage de vous : qui peut vous citer ?',
        }),
        meta: 'Sans votre accord, il reste là où il a été dit.',
        button: 'Le dire',
      }),
    },
    es: {
      suggestions: (count) => ({
        title: plural('es', count, { one: '# mensaje parece un caso de uso', other: '# mensajes parecen casos de uso' }),
        meta: 'Usted decide; la lista aprende de cada sí y de cada no.',
        button: 'Ver',
      }),
      drafts: (count) => ({
        title: plural('es', count, { one: '# caso de uso es un borrador', other: '# casos de uso son borradores' }),
        meta: 'Recogidos, y nadie los ha completado.',
        button: 'Completar',
      }),
      merges: (count) => ({
        title: plural('es', count, { one: '# unión puede llevarse a cabo', other: '# uniones pueden llevarse a cabo' }),
        meta: 'Las personas afectadas ya tuvieron su plazo.',
        button: 'Decidir',
      }),
      own: (count) => ({
        title: plural('es', count, {
          one: '# caso de uso suyo: ¿quién puede citarle?',
          other: '# casos de uso suyos: ¿quién puede citarle?',
        }),
        meta: 'Sin su palabra se queda donde se dijo.',
        button: 'Decirlo',
      }),
    },
  },
)
