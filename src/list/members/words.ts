import { catalogue } from '../../lib/ui/words.ts'

/** What somebody is told who was taken off a list. */
export const memberWords = catalogue(
  {
    subject: (list: string) => `You are no longer on ${list}`,
    text: (list: string, reason: string, page: string) =>
      `Those who look after the list ${list} have ended your subscription.${reason ? `\n\nTheir reason: ${reason}` : ''}\n\nAnswer this mail if you want to ask about it. The list: ${page}`,
  },
  {
    de: {
      subject: (list: string) => `Sie sind nicht mehr auf ${list}`,
      text: (list: string, reason: string, page: string) =>
        `Wer die Liste ${list} betreut, hat Ihr Abonnement beendet.${reason ? `\n\nDer Grund: ${reason}` : ''}\n\nAntworten Sie auf diese Mail, wenn Sie nachfragen möchten. Die Liste: ${page}`,
    },
    fr: {
      subject: (list: string) => `Vous n’êtes plus sur ${list}`,
      text: (list: string, reason: string, page: string) =>
        `Les responsables de la liste ${list} ont mis fin à votre abonnement.${reason ? `\n\nLeur raison : ${reason}` : ''}\n\nRépondez à ce message si vous avez une question. La liste : ${page}`,
    },
    es: {
      subject: (list: string) => `Ya no está en ${list}`,
      text: (list: string, reason: string, page: string) =>
        `Quienes cuidan la lista ${list} han terminado su suscripción.${reason ? `\n\nSu motivo: ${reason}` : ''}\n\nResponda a este mensaje si quiere preguntar. La lista: ${page}`,
    },
  },
)
