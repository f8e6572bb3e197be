import type { Letter } from '../outbox/rules.ts'
import type { Locale } from '../ui/format.ts'
import { catalogue } from '../ui/words.ts'

const words = catalogue(
  {
    subject: (count: number) => `Rapport: ${count} mails are parked`,
    text: (count: number, link: string) =>
      `${count} mails could not be sorted and are parked. Nothing is lost, and other mail goes on.\n\nSee the errors and try again:\n${link}\n`,
  },
  {
    de: {
      subject: (count) => `Rapport: ${count} Mails sind abgestellt`,
      text: (count, link) =>
        `${count} Mails konnten nicht einsortiert werden und sind abgestellt. Nichts ist verloren, und andere Mails laufen weiter.\n\nFehler ansehen und erneut versuchen:\n${link}\n`,
    },
    fr: {
      subject: (count) => `Rapport : ${count} messages sont mis de côté`,
      text: (count, link) =>
        `${count} messages n’ont pas pu être traités et sont mis de côté. Rien n’est perdu, et les autres continuent.\n\nVoir les erreurs et réessayer :\n${link}\n`,
    },
    es: {
      subject: (count) => `Rapport: ${count} mensajes están apartados`,
      text: (count, link) =>
        `${count} mensajes no se pudieron clasificar y están apartados. Nada se ha perdido, y los demás siguen.\n\nVer los errores e intentarlo de nuevo:\n${link}\n`,
    },
  },
)

/** The operator's alarm: mail that could not be sorted. */
export function parkedMails(baseUrl: string, to: { name: string; email: string; locale: string; id: number }, count: number): Letter {
  const said = words(to.locale as Locale)
  return { kind: 'inbound.alarm', to, personId: to.id, subject: said.subject(count), text: said.text(count, `${baseUrl}/admin/queue`) }
}
