import { plural } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

/** What stands around the posts of a digest and in the summary of a week. */
export const digestWords = catalogue(
  {
    subject: (list: string, volume: number, number: number) => `${list} digest, volume ${volume}, issue ${number}`,
    rest: (list: string) => `${list} digest: what came since the last one`,
    masthead: (list: string, address: string, settings: string, leave: string) =>
      `The posts of ${list}, gathered.\n\nWrite to everyone: ${address}\nYour settings: ${settings}\nTo leave: ${leave}\n\nWhen you answer, please put the subject of the post in place of this one.`,
    contents: 'In this issue:',
    fileLeftOut: 'Not in the digest:',
    end: (list: string) => `End of the digest of ${list}`,
    weekly: (list: string) => `The week on ${list}`,
    weeklyLead: (list: string, threads: number, posts: number) =>
      `${posts === 1 ? 'One post' : `${posts} posts`} in ${threads === 1 ? 'one thread' : `${threads} threads`} on ${list} since the last summary.`,
    said: (posts: number, people: string) => `${posts === 1 ? '1 post' : `${posts} posts`}: ${people}`,
    more: (threads: number) =>
      plural('en', threads, { one: 'And # more thread in the archive.', other: 'And # more threads in the archive.' }),
    archive: 'The archive',
    foot: (settings: string, leave: string) => `Your settings: ${settings}\nTo leave: ${leave}`,
  },
  {
    de: {
      subject: (list, volume, number) => `${list}-Sammlung, Band ${volume}, Ausgabe ${number}`,
      rest: (list) => `${list}-Sammlung: was seit der letzten kam`,
      masthead: (list, address, settings, leave) =>
        `Die Mails von ${list}, gesammelt.\n\nAn alle schreiben: ${address}\nIhre Einstellungen: ${settings}\nAustreten: ${leave}\n\nWenn Sie antworten, setzen Sie bitte den Betreff der Mail an die Stelle dieses Betreffs.`,
      contents: 'In dieser Ausgabe:',
      fileLeftOut: 'Nicht in der Sammlung:',
      end: (list) => `Ende der Sammlung von ${list}`,
      weekly: (list) => `Die Woche auf ${list}`,
      weeklyLead: (list, threads, posts) =>
        `${posts === 1 ? 'Eine Mail' : `${posts} Mails`} in ${threads === 1 ? 'einem Thema' : `${threads} Themen`} auf ${list} seit der letzten Übersicht.`,
      said: (posts, people) => `${posts === 1 ? '1 Mail' : `${posts} Mails`}: ${people}`,
      more: (threads) => plural('de', threads, { one: 'Und # weiteres Thema im Archiv.', other: 'Und # weitere Themen im Archiv.' }),
      archive: 'Das Archiv',
      foot: (settings, leave) => `Ihre Einstellungen: ${settings}\nAustreten: ${leave}`,
    },
    fr: {
      subject: (list, volume, number) => `Recueil de ${list}, volume ${volume}, numéro ${number}`,
      rest: (list) => `Recueil de ${list} : ce qui est venu depuis le dernier`,
      masthead: (list, address, settings, leave) =>
        `Les messages de ${list}, réunis.\n\nÉcrire à tous : ${address}\nVos réglages : ${settings}\nPour partir : ${leave}\n\nQuand vous répondez, mettez l’objet du message à la place de celui-ci.`,
      contents: 'Dans ce numéro :',
      fileLeftOut: 'Absent du recueil :',
      end: (list) => `Fin du recueil de ${list}`,
      weekly: (list) => `La semaine sur ${list}`,
      weeklyLead: (list, threads, posts) =>
        `${posts === 1 ? 'Un message' : `${posts} messages`} dans ${threads === 1 ? 'un fil' : `${threads} fils`} sur ${list} depuis le dernier résumé.`,
      said: (posts, people) => `${posts === 1 ? '1 message' : `${posts} messages`} : ${people}`,
      more: (threads) => plural('fr', threads, { one: 'Et # autre fil dans les archives.', other: 'Et # autres fils dans les archives.' }),
      archive: 'Les archives',
      foot: (settings, leave) => `Vos réglages : ${settings}\nPour partir : ${leave}`,
    },
    es: {
      subject: (list, volume, number) => `Compendio de ${list}, volumen ${volume}, número ${number}`,
      rest: (list) => `Compendio de ${list}: lo que llegó desde el último`,
      masthead: (list, address, settings, leave) =>
        `Los mensajes de ${list}, reunidos.\n\nEscribir a todos: ${address}\nSus ajustes: ${settings}\nPara salir: ${leave}\n\nAl responder, ponga el asunto del mensaje en lugar de este.`,
      contents: 'En este número:',
      fileLeftOut: 'No está en el compendio:',
      end: (list) => `Fin del compendio de ${list}`,
      weekly: (list) => `La semana en ${list}`,
      weeklyLead: (list, threads, posts) =>
        `${posts === 1 ? 'Un mensaje' : `${posts} mensajes`} en ${threads === 1 ? 'un hilo' : `${threads} hilos`} de ${list} desde el último resumen.`,
      said: (posts, people) => `${posts === 1 ? '1 mensaje' : `${posts} mensajes`}: ${people}`,
      more: (threads) => plural('es', threads, { one: 'Y # hilo más en el archivo.', other: 'Y # hilos más en el archivo.' }),
      archive: 'El archivo',
      foot: (settings, leave) => `Sus ajustes: ${settings}\nPara salir: ${leave}`,
    },
  },
)
