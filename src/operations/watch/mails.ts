import type { Locale } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'
import { type AlarmKey, alarms, type SiteState } from './rules.ts'
import { watchWords } from './words.ts'

/** Tells an administrator what stalls, and what does no more. */
export function alarmLetter(
  to: { id: number; name: string; email: string; locale: string },
  { tell, over, state }: { tell: readonly AlarmKey[]; over: readonly AlarmKey[]; state: SiteState },
  baseUrl: string,
): Letter {
  const words = watchWords(to.locale as Locale)
  const begun = tell.map((key) => `- ${words[key](alarms[key].value(state))}\n  ${baseUrl}${alarms[key].path}`)
  const ended = over.map((key) => `- ${words.over(words[`${key}Name`])}`)
  const [first] = tell
  return {
    kind: 'site.alarm',
    plain: true,
    to: { name: to.name, email: to.email },
    personId: to.id,
    subject: first ? words.subject(words[first](alarms[first].value(state))) : words.allOver,
    text: words.text(to.name, [...begun, ...ended].join('\n\n')),
  }
}

const relayWords = catalogue(
  {
    subject: 'Rapport: the relay takes no more mail for now',
    text: (reason: string, link: string) =>
      `The relay takes no more mail for now. What waits goes out by itself as soon as it does; nothing is lost, and nobody is counted as bouncing.\n\nIts words: ${reason}\n\nThe outbox:\n${link}\n`,
  },
  {
    de: {
      subject: 'Rapport: Das Relay nimmt vorerst keine Mails mehr an',
      text: (reason, link) =>
        `Das Relay nimmt vorerst keine Mails mehr an. Was wartet, geht von selbst hinaus, sobald es wieder annimmt; nichts ist verloren, und niemand gilt als unzustellbar.\n\nSeine Worte: ${reason}\n\nDer Postausgang:\n${link}\n`,
    },
    fr: {
      subject: 'Rapport : le relais n’accepte plus de courrier pour l’instant',
      text: (reason, link) =>
        `Le relais n’accepte plus de courrier pour l’instant. Ce qui attend partira de lui-même dès qu’il acceptera de nouveau ; rien n’est perdu, et personne n’est compté en erreur.\n\nSes mots : ${reason}\n\nLa boîte d’envoi :\n${link}\n`,
    },
    es: {
      subject: 'Rapport: el relé no acepta más correo por ahora',
      text: (reason, link) =>
        `El relé no acepta más correo por ahora. Lo que espera saldrá por sí solo en cuanto vuelva a aceptar; nada se ha perdido, y a nadie se le cuenta como rebotado.\n\nSus palabras: ${reason}\n\nLa bandeja de salida:\n${link}\n`,
    },
  },
)

/** The operator's alarm: the relay's quota is used up. */
export function relayPaused(baseUrl: string, to: { id: number; name: string; email: string; locale: string }, reason: string): Letter {
  const said = relayWords(to.locale as Locale)
  return {
    kind: 'outbox.paused',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject,
    text: said.text(reason, `${baseUrl}/admin/outbox`),
  }
}
