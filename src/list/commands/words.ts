import { plural } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

const en = {
  results: {
    subject: (list: string) => `${list}: what became of your commands`,
    text: (list: string, results: string) =>
      `You wrote to the machine of ${list}. This is what it did:\n\n${results}\n\nFor all commands, write “help”.`,
  },
  confirm: {
    subject: (list: string) => `Please confirm: your settings at ${list}`,
    text: (list: string, commands: string, link: string) =>
      `Somebody, we hope you, asked by mail for this at ${list}:\n\n${commands}\n\nTo confirm, open this page and press the button:\n${link}\n\nOr simply answer this mail. If it was not you, do nothing.`,
  },
  title: (list: string) => `Change my settings at ${list}?`,
  yes: 'Yes, change them',
  changed: 'Changed',
  notUnderstood: 'not understood; nothing was done',
  done: 'done',
  notOnList: 'you are not on this list, so nothing was done; if you receive it at another address, write from that one',
  alreadyOn: 'you are on this list already; nothing was done',
  closed: 'one joins this list by invitation of its owners; nothing was done',
  asked: 'a mail of its own asks you to confirm',
  joined: 'you are on the list now',
  badDay: 'this is no day between tomorrow and a year from now; nothing was done',
  info: (title: string, description: string, subscribers: number, policy: string) =>
    `${title}${description ? `: ${description}` : ''} ${plural('en', subscribers, { one: '# subscriber', other: '# subscribers' })}. Joining: ${policy}.`,
  receiving: {
    each: 'each mail',
    mime_digest: 'a digest that keeps each mail whole (MIME)',
    plain_digest: 'a digest of plain text',
    weekly: 'a summary once a week',
    none: 'no mail; only the archive',
  },
  settings: (address: string, receiving: string) => `you receive ${receiving}, at ${address}`,
  pausedUntil: (day: string) => `paused until ${day}`,
  ownPosts: (on: boolean) => (on ? 'your own mails come to you as well' : 'your own mails do not come to you'),
  whenAddressed: (on: boolean) => (on ? 'a copy also where you stand in To or Cc' : 'no copy where you stand in To or Cc'),
  onlyTopics: (on: boolean) => (on ? 'only the topics that you follow' : 'all topics but those that you mute'),
  follows: (topics: string) => `you follow ${topics}`,
  mutes: (topics: string) => `you mute ${topics}`,
}

/** What the machine of a list answers. */
export const commandWords = catalogue(en, {
  de: {
    results: {
      subject: (list) => `${list}: was aus Ihren Befehlen wurde`,
      text: (list, results) =>
        `Sie haben dem Listenprogramm von ${list} geschrieben. Das hat es getan:\n\n${results}\n\nAlle Befehle erfahren Sie mit „help“.`,
    },
    confirm: {
      subject: (list) => `Bitte bestätigen: Ihre Einstellungen bei ${list}`,
      text: (list, commands, link) =>
        `Jemand, hoffentlich Sie, hat per Mail bei ${list} darum gebeten:\n\n${commands}\n\nZum Bestätigen öffnen Sie diese Seite und drücken den Knopf:\n${link}\n\nOder antworten Sie einfach auf diese Mail. Waren Sie es nicht, tun Sie nichts.`,
    },
    title: (list) => `Meine Einstellungen bei ${list} ändern?`,
    yes: 'Ja, ändern',
    changed: 'Geändert',
    notUnderstood: 'nicht verstanden; nichts wurde getan',
    done: 'erledigt',
    notOnList:
      'Sie sind nicht auf dieser Liste, daher wurde nichts getan; erhalten Sie sie an einer anderen Adresse, schreiben Sie von dort',
    alreadyOn: 'Sie sind schon auf dieser Liste; nichts wurde getan',
    closed: 'dieser Liste tritt man auf Einladung ihrer Verantwortlichen bei; nichts wurde getan',
    asked: 'eine eigene Mail bittet Sie um Bestätigung',
    joined: 'Sie sind jetzt auf der Liste',
    badDay: 'das ist kein Tag zwischen morgen und einem Jahr; nichts wurde getan',
    info: (title, description, subscribers, policy) =>
      `${title}${description ? `: ${description}` : ''} ${subscribers} Mitglieder. Beitritt: ${policy}.`,
    receiving: {
      each: 'jede Mail',
      mime_digest: 'eine Sammlung, in der jede Mail ganz bleibt (MIME)',
      plain_digest: 'eine Sammlung als reiner Text',
      weekly: 'eine Übersicht einmal in der Woche',
      none: 'keine Mails, nur das Archiv',
    },
    settings: (address, receiving) => `Sie erhalten ${receiving}, unter ${address}`,
    pausedUntil: (day) => `Pause bis ${day}`,
    ownPosts: (on) => (on ? 'Ihre eigenen Mails kommen auch zu Ihnen' : 'Ihre eigenen Mails kommen nicht zu Ihnen'),
    whenAddressed: (on) => (on ? 'eine Kopie auch, wenn Sie in An oder Cc stehen' : 'keine Kopie, wenn Sie in An oder Cc stehen'),
    onlyTopics: (on) => (on ? 'nur die Themen, denen Sie folgen' : 'alle Themen außer den stummgeschalteten'),
    follows: (topics) => `Sie folgen ${topics}`,
    mutes: (topics) => `stummgeschaltet: ${topics}`,
  },
  fr: {
    results: {
      subject: (list) => `${list} : ce que sont devenues vos commandes`,
      text: (list, results) =>
        `Vous avez écrit au programme de ${list}. Voici ce qu’il a fait :\n\n${results}\n\nPour connaître toutes les commandes, écrivez « help ».`,
    },
    confirm: {
      subject: (list) => `Merci de confirmer : vos réglages chez ${list}`,
      text: (list, commands, link) =>
        `Quelqu’un, vous espérons-nous, a demandé par courriel ceci à ${list} :\n\n${commands}\n\nPour confirmer, ouvrez cette page et appuyez sur le bouton :\n${link}\n\nOu répondez simplement à ce message. Si ce n’était pas vous, ne faites rien.`,
    },
    title: (list) => `Changer mes réglages chez ${list} ?`,
    yes: 'Oui, les changer',
    changed: 'Changés',
    notUnderstood: 'pas compris ; rien n’a été fait',
    done: 'fait',
    notOnList: 'vous n’êtes pas inscrit à cette liste, rien n’a été fait ; si vous la recevez à une autre adresse, écrivez depuis celle-ci',
    alreadyOn: 'vous êtes déjà inscrit à cette liste ; rien n’a été fait',
    closed: 'on rejoint cette liste sur invitation de ses responsables ; rien n’a été fait',
    asked: 'un message à part vous demande de confirmer',
    joined: 'vous êtes maintenant inscrit',
    badDay: 'ce n’est pas un jour entre demain et dans un an ; rien n’a été fait',
    info: (title, description, subscribers, policy) =>
      `${title}${description ? ` : ${description}` : ''} ${plural('fr', subscribers, { one: '# personne inscrite', other: '# personnes inscrites' })}. Inscription : ${policy}.`,
    receiving: {
      each: 'chaque message',
      mime_digest: 'un recueil où chaque message reste entier (MIME)',
      plain_digest: 'un recueil en texte simple',
      weekly: 'un résumé par semaine',
      none: 'aucun message, seulement les archives',
    },
    settings: (address, receiving) => `vous recevez ${receiving}, à ${address}`,
    pausedUntil: (day) => `en pause jusqu’au ${day}`,
    ownPosts: (on) => (on ? 'vos propres messages vous parviennent aussi' : 'vos propres messages ne vous parviennent pas'),
    whenAddressed: (on) => (on ? 'une copie même si vous êtes dans À ou Cc' : 'pas de copie si vous êtes dans À ou Cc'),
    onlyTopics: (on) => (on ? 'seulement les sujets que vous suivez' : 'tous les sujets sauf ceux que vous masquez'),
    follows: (topics) => `vous suivez ${topics}`,
    mutes: (topics) => `vous masquez ${topics}`,
  },
  es: {
    results: {
      subject: (list) => `${list}: qué fue de sus órdenes`,
      text: (list, results) =>
        `Ha escrito al programa de ${list}. Esto es lo que hizo:\n\n${results}\n\nPara conocer todas las órdenes, escriba «help».`,
    },
    confirm: {
      subject: (list) => `Confirme, por favor: sus ajustes en ${list}`,
      text: (list, commands, link) =>
        `Alguien, esperamos que usted, ha pedido esto por correo a ${list}:\n\n${commands}\n\nPara confirmar, abra esta página y pulse el botón:\n${link}\n\nO responda simplemente a este mensaje. Si no fue usted, no haga nada.`,
    },
    title: (list) => `¿Cambiar mis ajustes en ${list}?`,
    yes: 'Sí, cambiarlos',
    changed: 'Cambiados',
    notUnderstood: 'no se entendió; no se hizo nada',
    done: 'hecho',
    notOnList: 'no está en esta lista, así que no se hizo nada; si la recibe en otra dirección, escriba desde esa',
    alreadyOn: 'ya está en esta lista; no se hizo nada',
    closed: 'en esta lista se entra por invitación de sus responsables; no se hizo nada',
    asked: 'un mensaje aparte le pide que confirme',
    joined: 'ya está en la lista',
    badDay: 'no es un día entre mañana y dentro de un año; no se hizo nada',
    info: (title, description, subscribers, policy) =>
      `${title}${description ? `: ${description}` : ''} ${plural('es', subscribers, { one: '# persona', other: '# personas' })}. Entrada: ${policy}.`,
    receiving: {
      each: 'cada mensaje',
      mime_digest: 'un compendio en que cada mensaje queda entero (MIME)',
      plain_digest: 'un compendio de texto simple',
      weekly: 'un resumen por semana',
      none: 'ningún mensaje, solo el archivo',
    },
    settings: (address, receiving) => `recibe ${receiving}, en ${address}`,
    pausedUntil: (day) => `en pausa hasta el ${day}`,
    ownPosts: (on) => (on ? 'también le llegan sus propios mensajes' : 'sus propios mensajes no le llegan'),
    whenAddressed: (on) => (on ? 'una copia aunque esté en Para o Cc' : 'sin copia si está en Para o Cc'),
    onlyTopics: (on) => (on ? 'solo los temas que sigue' : 'todos los temas menos los silenciados'),
    follows: (topics) => `sigue ${topics}`,
    mutes: (topics) => `silencia ${topics}`,
  },
})
