import type { Locale } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

const en = {
  heldForAuthor: {
    subject: (subject: string) => `Your mail waits for a moderator: ${subject}`,
    text: (list: string, subject: string, reason: string) =>
      `Your mail “${subject}” to ${list} was not sent on yet. ${reason}\n\nA moderator looks at it; you hear what was decided.`,
  },
  rejectedPost: {
    subject: (subject: string) => `Your mail was not sent on: ${subject}`,
    text: (list: string, subject: string, note: string) =>
      `Your mail “${subject}” to ${list} was not sent on.${note ? `\n\nThe reason: ${note}` : ''}`,
  },
  heldForModerators: {
    subject: (list: string, subject: string) => `${list}: a mail waits for you: ${subject}`,
    text: (list: string, from: string, subject: string, reason: string, link: string, key: string) =>
      `A mail to ${list} is held.\n\nFrom: ${from}\nSubject: ${subject}\nWhy: ${reason}\n\nRead it and decide:\n${link}\n\nOr decide without signing in; this link is yours alone and works once:\n${key}\n\nOr answer this mail: write “approve”, “reject” with the reason behind it, or “discard” into the first line.`,
  },
  heldExpired: {
    subject: (subject: string) => `Your mail was not sent on in time: ${subject}`,
    text: (list: string, subject: string, days: string) =>
      `Your mail “${subject}” to ${list} waited ${days} days for a moderator, and nobody has decided. It goes no further.\n\nIf it still matters, please write to the owners of the list by answering this mail.`,
  },
  heldReminder: {
    subject: (list: string, count: string) => `${list}: held mail waits for you (${count})`,
    text: (list: string, mails: string, link: string, days: string) =>
      `These mails to ${list} still wait for a decision:\n\n${mails}\n\nRead them and decide:\n${link}\n\nWhat nobody has decided after ${days} days goes no further, and its writer is told so.`,
  },
  unclear: {
    subject: (subject: string) => `What shall become of it? ${subject}`,
    text: (subject: string, link: string) =>
      `Your answer about “${subject}” could not be understood, so nothing was decided. Write “approve”, “reject” with the reason, or “discard” into the first line, or decide on this page:\n${link}`,
  },
  decidedBefore: {
    subject: (subject: string) => `Decided already: ${subject}`,
    text: (subject: string) => `A colleague has decided about “${subject}” before you. Your answer has changed nothing.`,
  },
  reasons: {
    'not-subscribed': 'The writer is not subscribed.',
    'dmarc-fails': 'It claims an address whose domain does not vouch for it (DMARC fails).',
    'dmarc-unknown': 'The sender’s domain could not be asked whether it sent this.',
    'not-proven': 'Nothing proves that it comes from the member whose address it uses, and this list asks for proof.',
    'several-authors': 'It names several writers in From.',
    'no-from': 'It has no usable From address.',
    'too-large': 'It is larger than the list allows.',
    automatic: 'It looks as if a program wrote it.',
    imported: 'It waited for a moderator already when the list moved here.',
    writer: 'The list looks over this writer’s mail first.',
    banned: 'The writer is banned here.',
    emergency: 'All mail to the list waits for now.',
    spam: 'The spam filter in front thinks that it is spam.',
    header: 'A header field of it has what the list looks out for.',
    'first-posts': 'It is one of the first mails of a new member.',
    suspicious: 'Something about its header is not as it should be.',
    'many-recipients': 'It goes to many addresses besides the list.',
    implicit: 'The list stands neither in To nor in Cc.',
    administrivia: 'It looks like a command for the list’s machine, not like a mail for people.',
    attachments: 'A file of a type that the list looks at first hangs on it.',
  },
}

/** The notices about held mail, and why a rule stopped one, in the languages of Rapport. */
export const moderationWords: (locale: Locale) => typeof en = catalogue(en, {
  de: {
    heldForAuthor: {
      subject: (subject) => `Ihre Mail wartet auf die Moderation: ${subject}`,
      text: (list, subject, reason) =>
        `Ihre Mail „${subject}“ an ${list} wurde noch nicht weitergeschickt. ${reason}\n\nDie Moderation sieht sie an; Sie erfahren, was entschieden wurde.`,
    },
    rejectedPost: {
      subject: (subject) => `Ihre Mail wurde nicht weitergeschickt: ${subject}`,
      text: (list, subject, note) =>
        `Ihre Mail „${subject}“ an ${list} wurde nicht weitergeschickt.${note ? `\n\nDer Grund: ${note}` : ''}`,
    },
    heldForModerators: {
      subject: (list, subject) => `${list}: eine Mail wartet auf Sie: ${subject}`,
      text: (list, from, subject, reason, link, key) =>
        `Eine Mail an ${list} wird zurückgehalten.\n\nVon: ${from}\nBetreff: ${subject}\nGrund: ${reason}\n\nLesen und entscheiden:\n${link}\n\nOder entscheiden Sie ohne Anmeldung; dieser Link gehört nur Ihnen und gilt einmal:\n${key}\n\nOder antworten Sie auf diese Mail: Schreiben Sie „freigeben“, „ablehnen“ mit dem Grund dahinter oder „verwerfen“ in die erste Zeile.`,
    },
    heldExpired: {
      subject: (subject) => `Ihre Mail wurde nicht rechtzeitig weitergeschickt: ${subject}`,
      text: (list, subject, days) =>
        `Ihre Mail „${subject}“ an ${list} hat ${days} Tage auf die Moderation gewartet, und niemand hat entschieden. Sie geht nicht weiter.\n\nIst sie noch wichtig, schreiben Sie bitte den Verantwortlichen der Liste, indem Sie auf diese Mail antworten.`,
    },
    heldReminder: {
      subject: (list, count) => `${list}: zurückgehaltene Mails warten auf Sie (${count})`,
      text: (list, mails, link, days) =>
        `Diese Mails an ${list} warten noch auf eine Entscheidung:\n\n${mails}\n\nLesen und entscheiden:\n${link}\n\nWas nach ${days} Tagen niemand entschieden hat, geht nicht weiter, und wer es geschrieben hat, erfährt das.`,
    },
    unclear: {
      subject: (subject) => `Was soll damit geschehen? ${subject}`,
      text: (subject, link) =>
        `Ihre Antwort zu „${subject}“ war nicht zu verstehen, daher wurde nichts entschieden. Schreiben Sie „freigeben“, „ablehnen“ mit dem Grund oder „verwerfen“ in die erste Zeile, oder entscheiden Sie auf dieser Seite:\n${link}`,
    },
    decidedBefore: {
      subject: (subject) => `Schon entschieden: ${subject}`,
      text: (subject) => `Jemand aus der Moderation hat vor Ihnen über „${subject}“ entschieden. Ihre Antwort hat nichts geändert.`,
    },
    reasons: {
      'not-subscribed': 'Die Absenderin oder der Absender ist nicht auf der Liste.',
      'dmarc-fails': 'Die Mail nennt eine Adresse, deren Domain nicht für sie einsteht (DMARC schlägt fehl).',
      'dmarc-unknown': 'Die Domain des Absenders konnte nicht gefragt werden, ob die Mail von ihr kommt.',
      'not-proven': 'Nichts belegt, dass sie von dem Mitglied kommt, dessen Adresse sie trägt, und diese Liste verlangt einen Beleg.',
      'several-authors': 'Sie nennt mehrere Absender.',
      'no-from': 'Sie hat keine brauchbare Absenderadresse.',
      'too-large': 'Sie ist größer, als die Liste erlaubt.',
      automatic: 'Sie sieht aus, als hätte ein Programm sie geschrieben.',
      imported: 'Sie wartete schon auf eine Entscheidung, als die Liste hierher umzog.',
      writer: 'Die Liste sieht Mails dieser Person zuerst an.',
      banned: 'Die Absenderin oder der Absender ist hier gesperrt.',
      emergency: 'Zurzeit warten alle Mails an die Liste.',
      spam: 'Der vorgeschaltete Spamfilter hält sie für Spam.',
      header: 'Ein Kopffeld enthält, worauf die Liste achtet.',
      'first-posts': 'Sie ist eine der ersten Mails eines neuen Mitglieds.',
      suspicious: 'An ihrem Kopf ist etwas nicht, wie es sein soll.',
      'many-recipients': 'Sie geht an viele Adressen außer der Liste.',
      implicit: 'Die Liste steht weder in An noch in Cc.',
      administrivia: 'Sie sieht aus wie ein Befehl an das Listenprogramm, nicht wie eine Mail an Menschen.',
      attachments: 'An ihr hängt eine Datei einer Art, die die Liste zuerst ansieht.',
    },
  },
  fr: {
    heldForAuthor: {
      subject: (subject) => `Votre message attend un modérateur : ${subject}`,
      text: (list, subject, reason) =>
        `Votre message « ${subject} » à ${list} n’a pas encore été transmis. ${reason}\n\nUn modérateur l’examine ; vous saurez ce qui a été décidé.`,
    },
    rejectedPost: {
      subject: (subject) => `Votre message n’a pas été transmis : ${subject}`,
      text: (list, subject, note) => `Votre message « ${subject} » à ${list} n’a pas été transmis.${note ? `\n\nLa raison : ${note}` : ''}`,
    },
    heldForModerators: {
      subject: (list, subject) => `${list} : un message vous attend : ${subject}`,
      text: (list, from, subject, reason, link, key) =>
        `Un message à ${list} est retenu.\n\nDe : ${from}\nObjet : ${subject}\nPourquoi : ${reason}\n\nLire et décider :\n${link}\n\nOu décidez sans vous connecter ; ce lien n’est qu’à vous et sert une fois :\n${key}\n\nOu répondez à ce message : écrivez « accepter », « refuser » suivi de la raison, ou « ignorer » sur la première ligne.`,
    },
    heldExpired: {
      subject: (subject) => `Votre message n’a pas été transmis à temps : ${subject}`,
      text: (list, subject, days) =>
        `Votre message « ${subject} » à ${list} a attendu un modérateur pendant ${days} jours, et personne n’a décidé. Il ne va pas plus loin.\n\nS’il importe encore, écrivez aux responsables de la liste en répondant à ce message.`,
    },
    heldReminder: {
      subject: (list, count) => `${list} : des messages retenus vous attendent (${count})`,
      text: (list, mails, link, days) =>
        `Ces messages à ${list} attendent encore une décision :\n\n${mails}\n\nLire et décider :\n${link}\n\nCe que personne n’a décidé après ${days} jours ne va pas plus loin, et son auteur en est averti.`,
    },
    unclear: {
      subject: (subject) => `Que faut-il en faire ? ${subject}`,
      text: (subject, link) =>
        `Votre réponse au sujet de « ${subject} » n’a pas été comprise ; rien n’a été décidé. Écrivez « accepter », « refuser » avec la raison, ou « ignorer » sur la première ligne, ou décidez sur cette page :\n${link}`,
    },
    decidedBefore: {
      subject: (subject) => `Déjà décidé : ${subject}`,
      text: (subject) => `Un collègue a décidé au sujet de « ${subject} » avant vous. Votre réponse n’a rien changé.`,
    },
    reasons: {
      'not-subscribed': 'Son auteur n’est pas inscrit.',
      'dmarc-fails': 'Il porte une adresse dont le domaine ne se porte pas garant (échec DMARC).',
      'dmarc-unknown': 'Le domaine de l’expéditeur n’a pas pu dire s’il l’a envoyé.',
      'not-proven': 'Rien ne prouve qu’il vient de l’abonné dont il porte l’adresse, et cette liste exige une preuve.',
      'several-authors': 'Il nomme plusieurs auteurs.',
      'no-from': 'Il n’a pas d’adresse d’expéditeur utilisable.',
      'too-large': 'Il est plus gros que la liste ne le permet.',
      automatic: 'Il semble écrit par un programme.',
      imported: 'Il attendait déjà un modérateur quand la liste a été transférée ici.',
      writer: 'La liste examine d’abord les messages de cette personne.',
      banned: 'Son auteur est exclu ici.',
      emergency: 'Tous les messages à la liste attendent pour le moment.',
      spam: 'Le filtre antispam placé devant le tient pour indésirable.',
      header: 'Un de ses champs d’en-tête contient ce que la liste surveille.',
      'first-posts': 'C’est l’un des premiers messages d’un nouveau membre.',
      suspicious: 'Quelque chose dans son en-tête n’est pas comme il faut.',
      'many-recipients': 'Il s’adresse à de nombreuses adresses en plus de la liste.',
      implicit: 'La liste ne figure ni dans À ni dans Cc.',
      administrivia: 'Il ressemble à une commande pour le programme de la liste, non à un message pour des personnes.',
      attachments: 'Un fichier d’un type que la liste examine d’abord y est joint.',
    },
  },
  es: {
    heldForAuthor: {
      subject: (subject) => `Su mensaje espera a la moderación: ${subject}`,
      text: (list, subject, reason) =>
        `Su mensaje «${subject}» a ${list} todavía no se ha enviado. ${reason}\n\nLa moderación lo mira; sabrá qué se decide.`,
    },
    rejectedPost: {
      subject: (subject) => `Su mensaje no se envió: ${subject}`,
      text: (list, subject, note) => `Su mensaje «${subject}» a ${list} no se envió.${note ? `\n\nEl motivo: ${note}` : ''}`,
    },
    heldForModerators: {
      subject: (list, subject) => `${list}: un mensaje le espera: ${subject}`,
      text: (list, from, subject, reason, link, key) =>
        `Un mensaje a ${list} está retenido.\n\nDe: ${from}\nAsunto: ${subject}\nPor qué: ${reason}\n\nLeer y decidir:\n${link}\n\nO decida sin iniciar sesión; este enlace es solo suyo y sirve una vez:\n${key}\n\nO responda a este mensaje: escriba «aprobar», «rechazar» con el motivo detrás, o «descartar» en la primera línea.`,
    },
    heldExpired: {
      subject: (subject) => `Su mensaje no se envió a tiempo: ${subject}`,
      text: (list, subject, days) =>
        `Su mensaje «${subject}» a ${list} esperó ${days} días a la moderación y nadie decidió. No sigue adelante.\n\nSi aún importa, escriba a las personas responsables de la lista respondiendo a este mensaje.`,
    },
    heldReminder: {
      subject: (list, count) => `${list}: hay mensajes retenidos que le esperan (${count})`,
      text: (list, mails, link, days) =>
        `Estos mensajes a ${list} todavía esperan una decisión:\n\n${mails}\n\nLeer y decidir:\n${link}\n\nLo que nadie decide en ${days} días no sigue adelante, y se avisa a quien lo escribió.`,
    },
    unclear: {
      subject: (subject) => `¿Qué hacer con él? ${subject}`,
      text: (subject, link) =>
        `No se entendió su respuesta sobre «${subject}», así que no se decidió nada. Escriba «aprobar», «rechazar» con el motivo, o «descartar» en la primera línea, o decida en esta página:\n${link}`,
    },
    decidedBefore: {
      subject: (subject) => `Ya decidido: ${subject}`,
      text: (subject) => `Otra persona de la moderación decidió sobre «${subject}» antes que usted. Su respuesta no cambió nada.`,
    },
    reasons: {
      'not-subscribed': 'Quien escribe no está en la lista.',
      'dmarc-fails': 'Lleva una dirección cuyo dominio no responde de él (falla DMARC).',
      'dmarc-unknown': 'No se pudo preguntar al dominio del remitente si lo envió.',
      'not-proven': 'Nada prueba que venga del miembro cuya dirección lleva, y esta lista pide una prueba.',
      'several-authors': 'Nombra a varios autores.',
      'no-from': 'No tiene una dirección de remitente utilizable.',
      'too-large': 'Es mayor de lo que permite la lista.',
      automatic: 'Parece escrito por un programa.',
      imported: 'Ya esperaba a un moderador cuando la lista se trasladó aquí.',
      writer: 'La lista mira primero los mensajes de esta persona.',
      banned: 'Quien escribe está vetado aquí.',
      emergency: 'Por ahora todos los mensajes a la lista esperan.',
      spam: 'El filtro de delante lo tiene por correo no deseado.',
      header: 'Un campo de su cabecera contiene lo que la lista vigila.',
      'first-posts': 'Es uno de los primeros mensajes de un miembro nuevo.',
      suspicious: 'Algo en su cabecera no es como debería.',
      'many-recipients': 'Va a muchas direcciones además de la lista.',
      implicit: 'La lista no está ni en Para ni en Cc.',
      administrivia: 'Parece una orden para el programa de la lista, no un mensaje para personas.',
      attachments: 'Lleva un archivo de un tipo que la lista mira primero.',
    },
  },
})
