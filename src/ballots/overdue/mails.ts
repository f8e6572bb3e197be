import { formatDate, type Locale } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'
import type { Overdue } from './rules.ts'

const words = catalogue(
  {
    subject: (count: number) => `Rapport: ${count === 1 ? 'a ballot has' : `${count} ballots have`} not turned`,
    text: (lines: string) =>
      `The time of these phases and ballots has come, and they have not opened or closed:\n\n${lines}\n\nIt is tried again each minute. The log names the error under “a step of a ballot failed”. No paper is lost; nothing is counted before its close.`,
    since: (title: string, since: string, link: string) => `${title}, since ${since}\n${link}`,
  },
  {
    de: {
      subject: (count) => `Rapport: ${count === 1 ? 'eine Abstimmung hat' : `${count} Abstimmungen haben`} nicht gewechselt`,
      text: (lines) =>
        `Diese Phasen und Abstimmungen sind an der Zeit und haben nicht begonnen oder geschlossen:\n\n${lines}\n\nJede Minute wird es neu versucht. Das Protokoll nennt den Fehler unter „a step of a ballot failed“. Kein Stimmzettel geht verloren; vor dem Schluss wird nichts gezählt.`,
      since: (title, since, link) => `${title}, seit ${since}\n${link}`,
    },
    fr: {
      subject: (count) => `Rapport : ${count === 1 ? 'un vote n’a pas' : `${count} votes n’ont pas`} changé de phase`,
      text: (lines) =>
        `L’heure de ces phases et de ces votes est venue, et ils ne se sont pas ouverts ou fermés :\n\n${lines}\n\nUn nouvel essai a lieu chaque minute. Le journal donne l’erreur sous « a step of a ballot failed ». Aucun bulletin n’est perdu ; rien n’est compté avant la clôture.`,
      since: (title, since, link) => `${title}, depuis ${since}\n${link}`,
    },
    es: {
      subject: (count) => `Rapport: ${count === 1 ? 'una votación no ha' : `${count} votaciones no han`} cambiado de fase`,
      text: (lines) =>
        `Ha llegado la hora de estas fases y votaciones, y no se han abierto o cerrado:\n\n${lines}\n\nSe intenta de nuevo cada minuto. El registro nombra el error bajo «a step of a ballot failed». Ninguna papeleta se pierde; nada se cuenta antes del cierre.`,
      since: (title, since, link) => `${title}, desde ${since}\n${link}`,
    },
  },
)

/** The operator's alarm: phases and ballots that are stuck. */
export function stalled(
  baseUrl: string,
  to: { name: string; email: string; locale: string; zone: string; id: number },
  overdue: Overdue[],
  now: Date,
): Letter {
  const said = words(to.locale as Locale)
  const lines = overdue.map(({ what, href, since }) =>
    said.since(what, formatDate({ locale: to.locale as Locale, zone: to.zone, now }, since, 'full'), `${baseUrl}${href}`),
  )
  return {
    kind: 'ballots.alarm',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject(overdue.length),
    text: `${said.text(lines.join('\n\n'))}\n`,
  }
}
