import { type Locale, plural } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'

const words = catalogue(
  {
    subject: (count: number) => `Rapport: ${plural('en', count, { one: 'one mail is parked', other: '# mails are parked' })}`,
    text: (count: number, link: string) =>
      `${plural('en', count, { one: 'One mail could not be sorted and is parked.', other: '# mails could not be sorted and are parked.' })} Nothing is lost, and other mail goes on.\n\nSee what was wrong and try again:\n${link}\n`,
  },
  {
    de: {
      subject: (count) => `Rapport: ${plural('de', count, { one: 'eine Mail ist abgestellt', other: '# Mails sind abgestellt' })}`,
      text: (count, link) =>
        `${plural('de', count, { one: 'Eine Mail konnte nicht einsortiert werden und ist abgestellt.', other: '# Mails konnten nicht einsortiert werden und sind abgestellt.' })} Nichts ist verloren, und andere Mails laufen weiter.\n\nFehler ansehen und erneut versuchen:\n${link}\n`,
    },
    fr: {
      subject: (count) => `Rapport : ${plural('fr', count, { one: '# message est mis de côté', other: '# messages sont mis de côté' })}`,
      text: (count, link) =>
        `${plural('fr', count, { one: '# message n’a pas pu être traité et est mis de côté.', other: '# messages n’ont pas pu être traités et sont mis de côté.' })} Rien n’est perdu, et les autres continuent.\n\nVoir les erreurs et réessayer :\n${link}\n`,
    },
    es: {
      subject: (count) => `Rapport: ${plural('es', count, { one: 'un mensaje está apartado', other: '# mensajes están apartados' })}`,
      text: (count, link) =>
        `${plural('es', count, { one: 'Un mensaje no se pudo clasificar y está apartado.', other: '# mensajes no se pudieron clasificar y están apartados.' })} Nada se ha perdido, y los demás siguen.\n\nVer los errores e intentarlo de nuevo:\n${link}\n`,
    },
  },
)

/** The operator's alarm: mail that could not be sorted. */
export function parkedMails(baseUrl: string, to: { name: string; email: string; locale: string; id: number }, count: number): Letter {
  const said = words(to.locale as Locale)
  return {
    kind: 'inbound.alarm',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject(count),
    text: said.text(count, `${baseUrl}/admin/queue`),
  }
}
