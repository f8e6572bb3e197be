import { catalogue } from '../lib/ui/words.ts'

/** Letters about the correspondence of a role. */
export const correspondenceWords = catalogue(
  {
    notSentSubject: (address: string) => `Your answer from ${address} was not sent`,
    notSentText: (address: string) =>
      `Hello,\n\nyour mail was an answer in the correspondence of ${address}. You do not hold that role (any more), so it was not sent on, and nobody has read it. Those who hold the role today can answer.\n`,
    lateSubject: (who: string, ours: boolean) => (ours ? `${who} waits for an answer` : `${who} has not answered yet`),
    lateText: (name: string, who: string, subject: string, ours: boolean, link: string) =>
      `Dear ${name},\n\n${ours ? `${who} was to have an answer by yesterday` : `${who} was to answer by yesterday`}: “${subject}”.\n\nThe correspondence: ${link}\n`,
  },
  {
    de: {
      notSentSubject: (address) => `Ihre Antwort von ${address} wurde nicht gesendet`,
      notSentText: (address) =>
        `Guten Tag,\n\nIhre Mail war eine Antwort in der Korrespondenz von ${address}. Sie haben dieses Amt nicht (mehr), darum wurde sie nicht weitergesendet, und niemand hat sie gelesen. Antworten kann, wer das Amt heute hat.\n`,
      lateSubject: (who, ours) => (ours ? `${who} wartet auf eine Antwort` : `${who} hat noch nicht geantwortet`),
      lateText: (name, who, subject, ours, link) =>
        `Guten Tag ${name},\n\n${ours ? `${who} sollte bis gestern eine Antwort haben` : `${who} sollte bis gestern antworten`}: „${subject}“.\n\nDie Korrespondenz: ${link}\n`,
    },
    fr: {
      notSentSubject: (address) => `Votre réponse de ${address} n’a pas été envoyée`,
      notSentText: (address) =>
        `Bonjour,\n\nvotre message répondait à la correspondance de ${address}. Vous n’exercez pas (ou plus) ce rôle ; il n’a donc pas été transmis et personne ne l’a lu. Les titulaires actuels peuvent répondre.\n`,
      lateSubject: (who, ours) => (ours ? `${who} attend une réponse` : `${who} n’a pas encore répondu`),
      lateText: (name, who, subject, ours, link) =>
        `Bonjour ${name},\n\n${ours ? `${who} devait recevoir une réponse avant hier soir` : `${who} devait répondre avant hier soir`} : « ${subject} ».\n\nLa correspondance : ${link}\n`,
    },
    es: {
      notSentSubject: (address) => `Su respuesta desde ${address} no se ha enviado`,
      notSentText: (address) =>
        `Hola:\n\nsu mensaje respondía a la correspondencia de ${address}. Usted no ejerce (ya) ese cargo, por lo que no se ha reenviado y nadie lo ha leído. Pueden responder quienes lo ejercen hoy.\n`,
      lateSubject: (who, ours) => (ours ? `${who} espera una respuesta` : `${who} aún no ha respondido`),
      lateText: (name, who, subject, ours, link) =>
        `Hola, ${name}:\n\n${ours ? `${who} debía tener una respuesta hasta ayer` : `${who} debía responder hasta ayer`}: «${subject}».\n\nLa correspondencia: ${link}\n`,
    },
  },
)
