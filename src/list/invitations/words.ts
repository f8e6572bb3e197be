import type { Locale } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

const en = {
  subject: (list: string, inviter: string) => `${inviter} invites you to ${list}`,
  text: (list: string, inviter: string, words: string, description: string, link: string) =>
    `${inviter} invites you to the list ${list}.${description ? `\n\n${description}` : ''}${words ? `\n\n${inviter} writes:\n\n${words}` : ''}\n\nTo accept, open this page and press the button:\n${link}\n\nOr simply answer this mail; the text does not matter. If you do not want to join, do nothing: nobody is subscribed without an answer, and you are not asked again about this invitation.`,
  title: (list: string) => `Join ${list}?`,
  lead: (inviter: string, email: string) => `${inviter} invites you, at ${email}.`,
  writes: (inviter: string) => `${inviter} writes`,
  accept: 'Yes, I join',
  decline: 'No, thank you',
  accepted: (list: string) => `Welcome to ${list}`,
  acceptedLead: (email: string) => `${email} receives the list’s mail from now on.`,
  declined: 'You are not subscribed, and you are not asked again about this invitation.',
  declinedTitle: 'Thank you for telling us',
  over: 'This invitation is over',
  overLead: 'It was answered or withdrawn already, or it is too old. Nothing has changed.',
}

/** The letter of an invitation and the page that answers it. */
export const invitationWords: (locale: Locale) => typeof en = catalogue(en, {
  de: {
    subject: (list, inviter) => `${inviter} lädt Sie zu ${list} ein`,
    text: (list, inviter, words, description, link) =>
      `${inviter} lädt Sie zur Liste ${list} ein.${description ? `\n\n${description}` : ''}${words ? `\n\n${inviter} schreibt:\n\n${words}` : ''}\n\nZum Annehmen öffnen Sie diese Seite und drücken den Knopf:\n${link}\n\nOder antworten Sie einfach auf diese Mail; der Text spielt keine Rolle. Möchten Sie nicht beitreten, tun Sie nichts: Ohne Antwort wird niemand aufgenommen, und zu dieser Einladung werden Sie nicht noch einmal gefragt.`,
    title: (list) => `${list} beitreten?`,
    lead: (inviter, email) => `${inviter} lädt Sie ein, unter ${email}.`,
    writes: (inviter) => `${inviter} schreibt`,
    accept: 'Ja, ich trete bei',
    decline: 'Nein, danke',
    accepted: (list) => `Willkommen auf ${list}`,
    acceptedLead: (email) => `${email} erhält ab jetzt die Mails der Liste.`,
    declined: 'Sie sind nicht auf der Liste und werden zu dieser Einladung nicht noch einmal gefragt.',
    declinedTitle: 'Danke für Ihre Antwort',
    over: 'Diese Einladung ist vorbei',
    overLead: 'Sie wurde schon beantwortet oder zurückgezogen, oder sie ist zu alt. Nichts hat sich geändert.',
  },
  fr: {
    subject: (list, inviter) => `${inviter} vous invite à rejoindre ${list}`,
    text: (list, inviter, words, description, link) =>
      `${inviter} vous invite à rejoindre la liste ${list}.${description ? `\n\n${description}` : ''}${words ? `\n\n${inviter} écrit :\n\n${words}` : ''}\n\nPour accepter, ouvrez cette page et appuyez sur le bouton :\n${link}\n\nOu répondez simplement à ce message ; le texte est sans importance. Si vous ne voulez pas vous inscrire, ne faites rien : personne n’est inscrit sans réponse, et cette invitation ne sera pas répétée.`,
    title: (list) => `Rejoindre ${list} ?`,
    lead: (inviter, email) => `${inviter} vous invite, à l’adresse ${email}.`,
    writes: (inviter) => `${inviter} écrit`,
    accept: 'Oui, je m’inscris',
    decline: 'Non, merci',
    accepted: (list) => `Bienvenue sur ${list}`,
    acceptedLead: (email) => `${email} reçoit désormais les messages de la liste.`,
    declined: 'Vous n’êtes pas inscrit, et cette invitation ne sera pas répétée.',
    declinedTitle: 'Merci de votre réponse',
    over: 'Cette invitation n’est plus valable',
    overLead: 'Elle a déjà reçu une réponse, a été retirée ou est trop ancienne. Rien n’a changé.',
  },
  es: {
    subject: (list, inviter) => `${inviter} le invita a ${list}`,
    text: (list, inviter, words, description, link) =>
      `${inviter} le invita a la lista ${list}.${description ? `\n\n${description}` : ''}${words ? `\n\n${inviter} escribe:\n\n${words}` : ''}\n\nPara aceptar, abra esta página y pulse el botón:\n${link}\n\nO responda simplemente a este mensaje; el texto no importa. Si no quiere entrar, no haga nada: nadie entra sin respuesta, y no se le vuelve a preguntar por esta invitación.`,
    title: (list) => `¿Entrar en ${list}?`,
    lead: (inviter, email) => `${inviter} le invita, en ${email}.`,
    writes: (inviter) => `${inviter} escribe`,
    accept: 'Sí, entro',
    decline: 'No, gracias',
    accepted: (list) => `Bienvenida a ${list}`,
    acceptedLead: (email) => `${email} recibe desde ahora los mensajes de la lista.`,
    declined: 'No está en la lista, y no se le vuelve a preguntar por esta invitación.',
    declinedTitle: 'Gracias por decirlo',
    over: 'Esta invitación ya no vale',
    overLead: 'Ya se respondió o se retiró, o es demasiado antigua. Nada ha cambiado.',
  },
})
