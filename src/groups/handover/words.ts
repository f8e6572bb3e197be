import { catalogue } from '../../lib/ui/words.ts'

/** Letters about a handover. */
export const handoverWords = catalogue(
  {
    preparedSubject: (group: string) => `${group}: a handover is prepared`,
    preparedText: (name: string, giver: string, taker: string, group: string, link: string) =>
      `Dear ${name},\n\nthe handover from ${giver} to ${taker} in ${group} is prepared. The page lists what the role owns; one button passes it on.\n\n${link}\n`,
    doneSubject: (group: string) => `${group}: the role is handed over`,
    doneText: (name: string, giver: string, taker: string, group: string, actions: number, link: string) =>
      `Dear ${name},\n\n${giver} has handed the role over to ${taker} in ${group}. Correspondence and open actions have passed on.${actions > 0 ? ` ${actions === 1 ? 'One thing' : `${actions} things`} could not move alone and became an action.` : ''}\n\nWhat was handed over: ${link}\n`,
  },
  {
    de: {
      preparedSubject: (group) => `${group}: Eine Übergabe ist vorbereitet`,
      preparedText: (name, giver, taker, group, link) =>
        `Guten Tag ${name},\n\ndie Übergabe von ${giver} an ${taker} in ${group} ist vorbereitet. Die Seite zeigt, was zum Amt gehört; ein Knopf gibt es weiter.\n\n${link}\n`,
      doneSubject: (group) => `${group}: Das Amt ist übergeben`,
      doneText: (name, giver, taker, group, actions, link) =>
        `Guten Tag ${name},\n\n${giver} hat das Amt in ${group} an ${taker} übergeben. Korrespondenz und offene Aufgaben sind weitergegeben.${actions > 0 ? ` ${actions === 1 ? 'Eine Sache konnte' : `${actions} Sachen konnten`} nicht von selbst umziehen und wurde zur Aufgabe.` : ''}\n\nWas übergeben wurde: ${link}\n`,
    },
    fr: {
      preparedSubject: (group) => `${group} : une passation est prête`,
      preparedText: (name, giver, taker, group, link) =>
        `Bonjour ${name},\n\nla passation de ${giver} à ${taker} dans ${group} est prête. La page montre ce qui appartient au rôle ; un bouton le transmet.\n\n${link}\n`,
      doneSubject: (group) => `${group} : le rôle est transmis`,
      doneText: (name, giver, taker, group, actions, link) =>
        `Bonjour ${name},\n\n${giver} a transmis son rôle dans ${group} à ${taker}. La correspondance et les actions ouvertes ont suivi.${actions > 0 ? ` ${actions === 1 ? 'Un élément n’a pas pu' : `${actions} éléments n’ont pas pu`} suivre de lui-même et devient une action.` : ''}\n\nCe qui a été transmis : ${link}\n`,
    },
    es: {
      preparedSubject: (group) => `${group}: hay un relevo preparado`,
      preparedText: (name, giver, taker, group, link) =>
        `Hola, ${name}:\n\nel relevo de ${giver} a ${taker} en ${group} está preparado. La página muestra lo que pertenece al cargo; un botón lo traspasa.\n\n${link}\n`,
      doneSubject: (group) => `${group}: el cargo está traspasado`,
      doneText: (name, giver, taker, group, actions, link) =>
        `Hola, ${name}:\n\n${giver} ha traspasado su cargo en ${group} a ${taker}. La correspondencia y las acciones abiertas han pasado también.${actions > 0 ? ` ${actions === 1 ? 'Una cosa no pudo' : `${actions} cosas no pudieron`} pasar por sí sola y es ahora una acción.` : ''}\n\nLo traspasado: ${link}\n`,
    },
  },
)
