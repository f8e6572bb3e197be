import type { Locale } from '../lib/ui/format.ts'
import { catalogue } from '../lib/ui/words.ts'
import type { Letter } from './rules.ts'

const words = catalogue(
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
  const said = words(to.locale as Locale)
  return { kind: 'outbox.paused', to, personId: to.id, subject: said.subject, text: said.text(reason, `${baseUrl}/admin/outbox`) }
}
