import type { Locale } from '../../../lib/ui/format.ts'
import { catalogue } from '../../../lib/ui/words.ts'
import type { Letter } from '../../../outbox/rules.ts'
import type { Refusal } from './rules.ts'

const words = catalogue(
  {
    notTaken: {
      subject: 'An answer in your name was not taken',
      'not theirs': (from: string, link: string) =>
        `Somebody answered a mail of ours that was written to you, from ${from}, which is no confirmed address of yours. Nothing was changed.\n\nIf that was you, say it here:\n${link}\n\nIf it was not, our mail or a copy of an answer to it has come to others. There is nothing that you must do.\n`,
      'not proven': (from: string, link: string) =>
        `An answer to a mail of ours came from ${from}, but nothing proves that this address has sent it. Nothing was changed.\n\nIf that was you, say it here:\n${link}\n\nIf it was not, somebody has written in your name. There is nothing that you must do.\n`,
    },
    notYours: {
      subject: 'Your answer was not taken',
      text: (link: string) =>
        `You wrote to an address at which only the person to whom our mail was sent can answer. Nothing was changed.\n\nIf that is you, answer from the address that our mail came to, or add this one to yours:\n${link}\n`,
    },
  },
  {
    de: {
      notTaken: {
        subject: 'Eine Antwort in Ihrem Namen zählt nicht',
        'not theirs': (from, link) =>
          `Jemand hat auf eine Mail geantwortet, die wir Ihnen geschrieben haben, und zwar von ${from}; das ist keine bestätigte Adresse von Ihnen. Es wurde nichts geändert.\n\nWaren Sie das, dann sagen Sie es hier:\n${link}\n\nWaren Sie es nicht, so ist unsere Mail oder die Kopie einer Antwort an andere gelangt. Sie müssen nichts tun.\n`,
        'not proven': (from, link) =>
          `Eine Antwort auf eine Mail von uns kam von ${from}, aber nichts belegt, dass diese Adresse sie gesendet hat. Es wurde nichts geändert.\n\nWaren Sie das, dann sagen Sie es hier:\n${link}\n\nWaren Sie es nicht, so hat jemand in Ihrem Namen geschrieben. Sie müssen nichts tun.\n`,
      },
      notYours: {
        subject: 'Ihre Antwort zählt nicht',
        text: (link) =>
          `Sie haben an eine Adresse geschrieben, an der nur antworten kann, wem unsere Mail galt. Es wurde nichts geändert.\n\nSind Sie das, dann antworten Sie von der Adresse, an die unsere Mail ging, oder fügen Sie diese hinzu:\n${link}\n`,
      },
    },
    fr: {
      notTaken: {
        subject: 'Une réponse en votre nom n’a pas été prise en compte',
        'not theirs': (from, link) =>
          `Quelqu’un a répondu à un message que nous vous avions écrit, depuis ${from}, qui n’est pas une adresse confirmée de votre compte. Rien n’a été modifié.\n\nSi c’était vous, dites-le ici :\n${link}\n\nSinon, notre message ou la copie d’une réponse est parvenu à d’autres. Vous n’avez rien à faire.\n`,
        'not proven': (from, link) =>
          `Une réponse à un de nos messages est venue de ${from}, mais rien ne prouve que cette adresse l’a envoyée. Rien n’a été modifié.\n\nSi c’était vous, dites-le ici :\n${link}\n\nSinon, quelqu’un a écrit en votre nom. Vous n’avez rien à faire.\n`,
      },
      notYours: {
        subject: 'Votre réponse n’a pas été prise en compte',
        text: (link) =>
          `Vous avez écrit à une adresse où seule peut répondre la personne à qui notre message était destiné. Rien n’a été modifié.\n\nSi c’est vous, répondez depuis l’adresse qui a reçu notre message, ou ajoutez celle-ci aux vôtres :\n${link}\n`,
      },
    },
    es: {
      notTaken: {
        subject: 'Una respuesta en su nombre no se ha aceptado',
        'not theirs': (from, link) =>
          `Alguien respondió a un mensaje que le escribimos a usted, desde ${from}, que no es una dirección confirmada suya. No se ha cambiado nada.\n\nSi fue usted, dígalo aquí:\n${link}\n\nSi no, nuestro mensaje o la copia de una respuesta ha llegado a otras personas. No tiene que hacer nada.\n`,
        'not proven': (from, link) =>
          `Una respuesta a un mensaje nuestro llegó de ${from}, pero nada prueba que esa dirección lo enviara. No se ha cambiado nada.\n\nSi fue usted, dígalo aquí:\n${link}\n\nSi no, alguien ha escrito en su nombre. No tiene que hacer nada.\n`,
      },
      notYours: {
        subject: 'Su respuesta no se ha aceptado',
        text: (link) =>
          `Ha escrito a una dirección en la que solo puede responder la persona a quien iba dirigido nuestro mensaje. No se ha cambiado nada.\n\nSi es usted, responda desde la dirección que recibió nuestro mensaje, o añada esta a las suyas:\n${link}\n`,
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
