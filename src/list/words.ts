import type { Locale } from '../lib/ui/format.ts'
import { catalogue } from '../lib/ui/words.ts'

const en = {
  greeting: (name: string) => (name ? `Dear ${name},` : 'Good day,'),
  sign: (list: string) => `The owners of ${list}`,
  confirmJoin: {
    subject: (list: string) => `Please confirm: join ${list}`,
    text: (list: string, link: string) =>
      `Somebody, we hope you, asked that this address joins the list ${list}.\n\nTo confirm, open this page and press the button:\n${link}\n\nOr simply answer this mail; the text does not matter.\n\nIf it was not you, do nothing: nobody is subscribed without an answer, and the request ends by itself within a week.`,
  },
  alreadyJoined: {
    subject: (list: string) => `You are on ${list} already`,
    text: (list: string, link: string) =>
      `Somebody, we hope you, asked that this address joins the list ${list}. It is on the list already, so nothing changes.\n\nYour settings: ${link}`,
  },
  waiting: {
    subject: (list: string) => `Your request to join ${list} waits for its owners`,
    text: (list: string, link: string) =>
      `Thank you: your address is confirmed. People of the list ${list} now look at your request. You hear from them by mail.\n\nSee where it stands, and add what may help them:\n${link}`,
  },
  welcome: {
    subject: (list: string) => `Welcome to ${list}`,
    text: (list: string, address: string, archive: string, leave: string) =>
      `You are now subscribed to ${list}.\n\nWrite to everyone: ${address}\nThe archive: ${archive}\nTo leave at any time: ${leave}`,
  },
  rejected: {
    subject: (list: string) => `Your request to join ${list}`,
    text: (list: string, reason: string) =>
      `The owners of ${list} could not accept your request.${reason ? `\n\nTheir reason: ${reason}` : ''}\n\nAnswer this mail if you want to ask or add something.`,
  },
  confirmLeave: {
    subject: (list: string) => `Please confirm: leave ${list}`,
    text: (list: string, link: string) =>
      `Somebody, we hope you, asked that this address leaves the list ${list}.\n\nTo confirm, open this page and press the button:\n${link}\n\nOr simply answer this mail. If it was not you, do nothing.`,
  },
  notJoined: {
    subject: (list: string) => `You are not on ${list}`,
    text: (list: string) =>
      `Somebody, we hope you, asked that this address leaves the list ${list}. It is not on the list, so nothing changes. If you receive the list at another address, write from that one.`,
  },
  left: {
    subject: (list: string) => `You have left ${list}`,
    text: (list: string, join: string) => `You receive no more mail from ${list}. You can come back at any time: ${join}`,
  },
  joinForModerators: {
    subject: (list: string, who: string) => `${list}: ${who} asks to join`,
    text: (list: string, who: string, link: string) =>
      `${who} has confirmed the address and asks to join ${list}.\n\nLook and decide:\n${link}`,
  },
  help: {
    subject: (list: string) => `How ${list} works`,
    text: (list: string, post: string, subscribe: string, unsubscribe: string, owner: string, request: string, page: string) =>
      `${list} understands mails to these addresses:\n\n${post}\n  write to the list\n${subscribe}\n  join; you are asked to confirm\n${unsubscribe}\n  leave; you are asked to confirm\n${owner}\n  write to the people who look after the list\n${request}\n  commands, one a line: subscribe, unsubscribe, settings, info, set digest mime, set digest plain, set digest weekly, set digest off, set pause until 2027-01-31, set pause off, set own off, set copies off, follow #topic, mute #topic, unmute #topic, set topics followed, set topics all, help, end\n\nOn the web: ${page}`,
  },
}

/** Every notice of lists, in the languages of Rapport. */
export const listWords: (locale: Locale) => typeof en = catalogue(en, {
  de: {
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    sign: (list) => `Die Verantwortlichen von ${list}`,
    confirmJoin: {
      subject: (list) => `Bitte bestätigen: Beitritt zu ${list}`,
      text: (list, link) =>
        `Jemand, hoffentlich Sie, möchte mit dieser Adresse der Liste ${list} beitreten.\n\nZum Bestätigen öffnen Sie diese Seite und drücken den Knopf:\n${link}\n\nOder antworten Sie einfach auf diese Mail; der Text spielt keine Rolle.\n\nWaren Sie es nicht, tun Sie nichts: Ohne Antwort wird niemand aufgenommen, und die Anfrage endet nach einer Woche von selbst.`,
    },
    alreadyJoined: {
      subject: (list) => `Sie sind schon auf ${list}`,
      text: (list, link) =>
        `Jemand, hoffentlich Sie, möchte mit dieser Adresse der Liste ${list} beitreten. Sie steht schon auf der Liste, es ändert sich also nichts.\n\nIhre Einstellungen: ${link}`,
    },
    waiting: {
      subject: (list) => `Ihre Anfrage an ${list} wartet auf die Verantwortlichen`,
      text: (list, link) =>
        `Danke, Ihre Adresse ist bestätigt. Menschen der Liste ${list} sehen sich Ihre Anfrage nun an. Sie hören per Mail von ihnen.\n\nSehen Sie, wie es steht, und ergänzen Sie, was ihnen hilft:\n${link}`,
    },
    welcome: {
      subject: (list) => `Willkommen auf ${list}`,
      text: (list, address, archive, leave) =>
        `Sie sind jetzt auf der Liste ${list}.\n\nAn alle schreiben: ${address}\nDas Archiv: ${archive}\nJederzeit austreten: ${leave}`,
    },
    rejected: {
      subject: (list) => `Ihre Anfrage an ${list}`,
      text: (list, reason) =>
        `Die Verantwortlichen von ${list} konnten Ihre Anfrage nicht annehmen.${reason ? `\n\nIhr Grund: ${reason}` : ''}\n\nAntworten Sie auf diese Mail, wenn Sie etwas fragen oder ergänzen möchten.`,
    },
    confirmLeave: {
      subject: (list) => `Bitte bestätigen: Austritt aus ${list}`,
      text: (list, link) =>
        `Jemand, hoffentlich Sie, möchte mit dieser Adresse die Liste ${list} verlassen.\n\nZum Bestätigen öffnen Sie diese Seite und drücken den Knopf:\n${link}\n\nOder antworten Sie einfach auf diese Mail. Waren Sie es nicht, tun Sie nichts.`,
    },
    notJoined: {
      subject: (list) => `Sie sind nicht auf ${list}`,
      text: (list) =>
        `Jemand, hoffentlich Sie, möchte mit dieser Adresse die Liste ${list} verlassen. Sie steht nicht auf der Liste, es ändert sich also nichts. Erhalten Sie die Liste an einer anderen Adresse, schreiben Sie von dort.`,
    },
    left: {
      subject: (list) => `Sie haben ${list} verlassen`,
      text: (list, join) => `Sie erhalten keine Mails von ${list} mehr. Sie können jederzeit zurückkommen: ${join}`,
    },
    joinForModerators: {
      subject: (list, who) => `${list}: ${who} möchte beitreten`,
      text: (list, who, link) => `${who} hat die Adresse bestätigt und möchte ${list} beitreten.\n\nAnsehen und entscheiden:\n${link}`,
    },
    help: {
      subject: (list) => `So funktioniert ${list}`,
      text: (list, post, subscribe, unsubscribe, owner, request, page) =>
        `${list} versteht Mails an diese Adressen:\n\n${post}\n  an die Liste schreiben\n${subscribe}\n  beitreten; Sie werden um Bestätigung gebeten\n${unsubscribe}\n  austreten; Sie werden um Bestätigung gebeten\n${owner}\n  an die Verantwortlichen schreiben\n${request}\n  Befehle, einer in jeder Zeile: subscribe, unsubscribe, settings, info, set digest mime, set digest plain, set digest weekly, set digest off, set pause until 2027-01-31, set pause off, set own off, set copies off, follow #thema, mute #thema, unmute #thema, set topics followed, set topics all, help, end\n\nIm Web: ${page}`,
    },
  },
  fr: {
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    sign: (list) => `Les responsables de ${list}`,
    confirmJoin: {
      subject: (list) => `Merci de confirmer : inscription à ${list}`,
      text: (list, link) =>
        `Quelqu’un, vous espérons-nous, a demandé à inscrire cette adresse à la liste ${list}.\n\nPour confirmer, ouvrez cette page et appuyez sur le bouton :\n${link}\n\nOu répondez simplement à ce message ; le texte est sans importance.\n\nSi ce n’était pas vous, ne faites rien : personne n’est inscrit sans réponse, et la demande expire d’elle-même en une semaine.`,
    },
    alreadyJoined: {
      subject: (list) => `Vous êtes déjà inscrit à ${list}`,
      text: (list, link) =>
        `Quelqu’un, vous espérons-nous, a demandé à inscrire cette adresse à la liste ${list}. Elle l’est déjà : rien ne change.\n\nVos réglages : ${link}`,
    },
    waiting: {
      subject: (list) => `Votre demande pour ${list} attend ses responsables`,
      text: (list, link) =>
        `Merci, votre adresse est confirmée. Les responsables de la liste ${list} examinent votre demande. Ils vous répondront par courriel.\n\nPour voir où elle en est et ajouter ce qui peut les aider :\n${link}`,
    },
    welcome: {
      subject: (list) => `Bienvenue sur ${list}`,
      text: (list, address, archive, leave) =>
        `Vous êtes maintenant inscrit à ${list}.\n\nÉcrire à tous : ${address}\nLes archives : ${archive}\nPour partir à tout moment : ${leave}`,
    },
    rejected: {
      subject: (list) => `Votre demande pour ${list}`,
      text: (list, reason) =>
        `Les responsables de ${list} n’ont pas pu accepter votre demande.${reason ? `\n\nLeur raison : ${reason}` : ''}\n\nRépondez à ce message pour poser une question ou ajouter un élément.`,
    },
    confirmLeave: {
      subject: (list) => `Merci de confirmer : quitter ${list}`,
      text: (list, link) =>
        `Quelqu’un, vous espérons-nous, a demandé que cette adresse quitte la liste ${list}.\n\nPour confirmer, ouvrez cette page et appuyez sur le bouton :\n${link}\n\nOu répondez simplement à ce message. Si ce n’était pas vous, ne faites rien.`,
    },
    notJoined: {
      subject: (list) => `Vous n’êtes pas inscrit à ${list}`,
      text: (list) =>
        `Quelqu’un, vous espérons-nous, a demandé que cette adresse quitte la liste ${list}. Elle n’y est pas inscrite : rien ne change. Si vous recevez la liste à une autre adresse, écrivez depuis celle-ci.`,
    },
    left: {
      subject: (list) => `Vous avez quitté ${list}`,
      text: (list, join) => `Vous ne recevez plus de messages de ${list}. Vous pouvez revenir à tout moment : ${join}`,
    },
    joinForModerators: {
      subject: (list, who) => `${list} : ${who} demande à s’inscrire`,
      text: (list, who, link) => `${who} a confirmé son adresse et demande à rejoindre ${list}.\n\nVoir et décider :\n${link}`,
    },
    help: {
      subject: (list) => `Comment fonctionne ${list}`,
      text: (list, post, subscribe, unsubscribe, owner, request, page) =>
        `${list} comprend les messages envoyés à ces adresses :\n\n${post}\n  écrire à la liste\n${subscribe}\n  s’inscrire ; une confirmation vous est demandée\n${unsubscribe}\n  partir ; une confirmation vous est demandée\n${owner}\n  écrire aux responsables de la liste\n${request}\n  commandes, une par ligne : subscribe, unsubscribe, settings, info, set digest mime, set digest plain, set digest weekly, set digest off, set pause until 2027-01-31, set pause off, set own off, set copies off, follow #sujet, mute #sujet, unmute #sujet, set topics followed, set topics all, help, end\n\nSur le web : ${page}`,
    },
  },
  es: {
    greeting: (name) => (name ? `Hola, ${name}:` : 'Buenos días:'),
    sign: (list) => `Las personas responsables de ${list}`,
    confirmJoin: {
      subject: (list) => `Confirme, por favor: entrar en ${list}`,
      text: (list, link) =>
        `Alguien, esperamos que usted, ha pedido que esta dirección entre en la lista ${list}.\n\nPara confirmar, abra esta página y pulse el botón:\n${link}\n\nO responda simplemente a este mensaje; el texto no importa.\n\nSi no fue usted, no haga nada: nadie entra sin respuesta, y la petición caduca sola en una semana.`,
    },
    alreadyJoined: {
      subject: (list) => `Ya está en ${list}`,
      text: (list, link) =>
        `Alguien, esperamos que usted, ha pedido que esta dirección entre en la lista ${list}. Ya está en ella, así que nada cambia.\n\nSus ajustes: ${link}`,
    },
    waiting: {
      subject: (list) => `Su petición para ${list} espera a sus responsables`,
      text: (list, link) =>
        `Gracias: su dirección está confirmada. Las personas responsables de la lista ${list} miran ahora su petición. Le responderán por correo.\n\nPara ver cómo va y añadir lo que les ayude:\n${link}`,
    },
    welcome: {
      subject: (list) => `Le damos la bienvenida a ${list}`,
      text: (list, address, archive, leave) =>
        `Ya está en la lista ${list}.\n\nEscribir a todos: ${address}\nEl archivo: ${archive}\nPara salir en cualquier momento: ${leave}`,
    },
    rejected: {
      subject: (list) => `Su petición para ${list}`,
      text: (list, reason) =>
        `Las personas responsables de ${list} no pudieron aceptar su petición.${reason ? `\n\nSu motivo: ${reason}` : ''}\n\nResponda a este mensaje si quiere preguntar o añadir algo.`,
    },
    confirmLeave: {
      subject: (list) => `Confirme, por favor: salir de ${list}`,
      text: (list, link) =>
        `Alguien, esperamos que usted, ha pedido que esta dirección salga de la lista ${list}.\n\nPara confirmar, abra esta página y pulse el botón:\n${link}\n\nO responda simplemente a este mensaje. Si no fue usted, no haga nada.`,
    },
    notJoined: {
      subject: (list) => `No está en ${list}`,
      text: (list) =>
        `Alguien, esperamos que usted, ha pedido que esta dirección salga de la lista ${list}. No está en ella, así que nada cambia. Si recibe la lista en otra dirección, escriba desde esa.`,
    },
    left: {
      subject: (list) => `Ha salido de ${list}`,
      text: (list, join) => `Ya no recibe correo de ${list}. Puede volver en cualquier momento: ${join}`,
    },
    joinForModerators: {
      subject: (list, who) => `${list}: ${who} pide entrar`,
      text: (list, who, link) => `${who} ha confirmado su dirección y pide entrar en ${list}.\n\nMirar y decidir:\n${link}`,
    },
    help: {
      subject: (list) => `Cómo funciona ${list}`,
      text: (list, post, subscribe, unsubscribe, owner, request, page) =>
        `${list} entiende los mensajes a estas direcciones:\n\n${post}\n  escribir a la lista\n${subscribe}\n  entrar; se le pide que confirme\n${unsubscribe}\n  salir; se le pide que confirme\n${owner}\n  escribir a las personas responsables\n${request}\n  órdenes, una por línea: subscribe, unsubscribe, settings, info, set digest mime, set digest plain, set digest weekly, set digest off, set pause until 2027-01-31, set pause off, set own off, set copies off, follow #tema, mute #tema, unmute #tema, set topics followed, set topics all, help, end\n\nEn la web: ${page}`,
    },
  },
})
