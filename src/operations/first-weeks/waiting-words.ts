import { type Locale, plural } from '../../lib/ui/format.ts'
import { waiting } from '../../lib/ui/waits.ts'
import type { StepKey } from './rules.ts'

const steps: Record<Locale, Record<StepKey, string>> = {
  en: {
    list: 'bring the list',
    roster: 'bring the roster',
    mailbox: 'bring the old mailbox',
    documents: 'bring the documents',
    requests: 'bring the old requests',
    charter: 'adopt the charter',
    meeting: 'call the first meeting',
    ballot: 'hold the first ballot',
  },
  de: {
    list: 'die Liste einbringen',
    roster: 'die Besetzung einbringen',
    mailbox: 'das alte Postfach einbringen',
    documents: 'die Dokumente einbringen',
    requests: 'die alten Anfragen einbringen',
    charter: 'die Satzung beschließen',
    meeting: 'die erste Sitzung ansetzen',
    ballot: 'die erste Abstimmung abhalten',
  },
  fr: {
    list: 'reprendre la liste',
    roster: 'reprendre la composition du groupe',
    mailbox: 'reprendre l’ancienne boîte aux lettres',
    documents: 'reprendre les documents',
    requests: 'reprendre les anciennes demandes',
    charter: 'adopter la charte',
    meeting: 'convoquer la première réunion',
    ballot: 'tenir le premier vote',
  },
  es: {
    list: 'traer la lista',
    roster: 'traer la composición del grupo',
    mailbox: 'traer el buzón antiguo',
    documents: 'traer los documentos',
    requests: 'traer las peticiones antiguas',
    charter: 'adoptar el estatuto',
    meeting: 'convocar la primera reunión',
    ballot: 'celebrar la primera votación',
  },
}

/** What waits of a group's first weeks. */
export const firstWeeksWaiting = waiting(
  {
    firstWeeks: (group: string, left: number, next: StepKey) => ({
      title: `First weeks of ${group}: ${plural('en', left, { one: '# step is left', other: '# steps are left' })}`,
      meta: `Next: ${steps.en[next]}.`,
      button: 'Go on',
    }),
  },
  {
    de: {
      firstWeeks: (group, left, next) => ({
        title: `Erste Wochen (${group}): ${plural('de', left, { one: 'noch # Schritt', other: 'noch # Schritte' })}`,
        meta: `Als Nächstes: ${steps.de[next]}.`,
        button: 'Weiter',
      }),
    },
    fr: {
      firstWeeks: (group, left, next) => ({
        title: `Premières semaines (${group}) : ${plural('fr', left, { one: 'encore # étape', other: 'encore # étapes' })}`,
        meta: `Ensuite : ${steps.fr[next]}.`,
        button: 'Continuer',
      }),
    },
    es: {
      firstWeeks: (group, left, next) => ({
        title: `Primeras semanas (${group}): ${plural('es', left, { one: 'queda # paso', other: 'quedan # pasos' })}`,
        meta: `A continuación: ${steps.es[next]}.`,
        button: 'Continuar',
      }),
    },
  },
)
