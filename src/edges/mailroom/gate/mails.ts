import type { Locale } from '../../../lib/ui/format.ts'
import { catalogue } from '../../../lib/ui/words.ts'
import type { Letter } from '../../../outbox/rules.ts'
import type { Refusal } from './rules.ts'

const words = catalogue(
  {
    notTaken: {
      subject: 'We did not accept an answer in your name',
      'not theirs': (from: string, link: string) =>
        `We got an answer in your name from ${from}. That is not one of your confirmed addresses, so we changed nothing.\n\nIf it was you, answer here:\n${link}\n\nIf it was not, other people have got our mail, or a copy of an answer to it. You need not do anything.\n`,
      'not proven': (from: string, link: string) =>
        `We got an answer in your name from ${from}. Nothing proves that this address sent it, so we changed nothing.\n\nIf it was you, answer here:\n${link}\n\nIf it was not, somebody wrote in your name. You need not do anything.\n`,
    },
    notYours: {
      subject: 'We did not accept your answer',
      text: (link: string) =>
        `You answered a mail that we sent to somebody else. Only that person can answer it, so we changed nothing.\n\nIf you are that person, answer from the address that our mail came to, or add your other address here:\n${link}\n`,
    },
  },
  {
    de: {
      notTaken: {
        subject: 'Eine Antwort in Ihrem Namen zählt nicht',
        'not theirs': (from, link) =>
          `Wir haben eine Antwort in Ihrem Namen bekommen, von ${from}. Das ist keine bestätigte Adresse von Ihnen, darum haben wir nichts geändert.\n\nWaren Sie es, antworten Sie hier:\n${link}\n\nWaren Sie es nicht, haben andere unsere Mail oder die Kopie einer Antwort bekommen. Sie müssen nichts tun.\n`,
        'not proven': (from, link) =>
          `Wir haben eine Antwort in Ihrem Namen bekommen, von ${from}. Nichts belegt, dass sie wirklich von dort kommt, darum haben wir nichts geändert.\n\nWaren Sie es, antworten Sie hier:\n${link}\n\nWaren Sie es nicht, hat jemand in Ihrem Namen geschrieben. Sie müssen nichts tun.\n`,
      },
      notYours: {
        subject: 'Ihre Antwort zählt nicht',
        text: (link) =>
          `Sie haben auf eine Mail geantwortet, die wir jemand anderem geschickt haben. Nur diese Person kann antworten, darum haben wir nichts geändert.\n\nSind Sie diese Person, antworten Sie von der Adresse, an die unsere Mail ging, oder fügen Sie Ihre andere Adresse hier hinzu:\n${link}\n`,
      },
    },
    fr: {
      notTaken: {
        subject: 'Une réponse en votre nom n’a pas été prise en compte',
        'not theirs': (from, link) =>
          `Nous avons reçu une réponse en votre nom, depuis ${from}. Ce n’est pas une adresse confirmée de votre compte : nous n’avons rien modifié.\n\nSi c’était vous, répondez ici :\n${link}\n\nSinon, d’autres personnes ont reçu notre message ou la copie d’une réponse. Vous n’avez rien à faire.\n`,
        'not proven': (from, link) =>
          `Nous avons reçu une réponse en votre nom, depuis ${from}. Rien ne prouve qu’elle vient de cette adresse : nous n’avons rien modifié.\n\nSi c’était vous, répondez ici :\n${link}\n\nSinon, quelqu’un a écrit en votre nom. Vous n’avez rien à faire.\n`,
      },
      notYours: {
        subject: 'Votre réponse n’a pas été prise en compte',
        text: (link) =>
          `Vous avez répondu à un message que nous avions envoyé à quelqu’un d’autre. Seule cette personne peut y répondre : nous n’avons rien modifié.\n\nSi c’est vous, répondez depuis l’adresse qui a reçu notre message, ou ajoutez ici votre autre adresse :\n${link}\n`,
      },
    },
    es: {
      notTaken: {
        subject: 'Una respuesta en su nombre no se ha aceptado',
        'not theirs': (from, link) =>
          `Hemos recibido una respuesta en su nombre desde ${from}. No es una dirección confirmada suya, así que no hemos cambiado nada.\n\nSi fue usted, responda aquí:\n${link}\n\nSi no, otras personas han recibido nuestro mensaje o la copia de una respuesta. No tiene que hacer nada.\n`,
        'not proven': (from, link) =>
          `Hemos recibido una respuesta en su nombre desde ${from}. Nada prueba que venga de esa dirección, así que no hemos cambiado nada.\n\nSi fue usted, responda aquí:\n${link}\n\nSi no, alguien ha escrito en su nombre. No tiene que hacer nada.\n`,
      },
      notYours: {
        subject: 'Su respuesta no se ha aceptado',
        text: (link) =>
          `Ha respondido a un mensaje que enviamos a otra persona. Solo esa persona puede responder, así que no hemos cambiado nada.\n\nSi es usted, responda desde la dirección que recibió nuestro mensaje, o añada aquí su otra dirección:\n${link}\n`,
      },
    },
  },
)

/** Whom a letter of the gate goes to. */
export interface Recipient {
  id?: number
  name: string
  email: string
  locale: string
}

/** Tells the one whose word it would have been that an answer was not taken. */
export function notTaken(to: Recipient, why: Refusal, from: string, link: string): Letter {
  const said = words(to.locale as Locale).notTaken
  return { kind: 'inbound.not-taken', to, personId: to.id, subject: said.subject, text: said[why](from, link) }
}

/** Tells who wrote that the answer is another's to give. */
export function notYours(to: Recipient, link: string): Letter {
  const said = words(to.locale as Locale).notYours
  return { kind: 'inbound.not-yours', to, personId: to.id, subject: said.subject, text: said.text(link) }
}
