import { plural } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

/** The daily letter about who joined a list and who left it. */
export const comingsWords = catalogue(
  {
    subject: (list: string, counts: string) => `${list}: ${counts}`,
    text: (list: string, changes: string, link: string) => `These are the changes on ${list}:\n\n${changes}\n\nAll subscribers:\n${link}`,
    joined: 'Joined',
    left: 'Left',
    takenOff: 'taken off by those who look after the list',
    joinedCount: (people: number) => plural('en', people, { one: '# joined', other: '# joined' }),
    leftCount: (people: number) => plural('en', people, { one: '# left', other: '# left' }),
    more: (people: number) => plural('en', people, { one: 'and one more', other: 'and # more' }),
  },
  {
    de: {
      subject: (list, counts) => `${list}: ${counts}`,
      text: (list, changes, link) => `Das hat sich auf ${list} geändert:\n\n${changes}\n\nAlle Mitglieder:\n${link}`,
      joined: 'Beigetreten',
      left: 'Ausgetreten',
      takenOff: 'von der Betreuung der Liste ausgetragen',
      joinedCount: (people) => plural('de', people, { one: '# beigetreten', other: '# beigetreten' }),
      leftCount: (people) => plural('de', people, { one: '# ausgetreten', other: '# ausgetreten' }),
      more: (people) => plural('de', people, { one: 'und eine weitere Person', other: 'und # weitere' }),
    },
    fr: {
      subject: (list, counts) => `${list} : ${counts}`,
      text: (list, changes, link) => `Voici ce qui a changé sur ${list} :\n\n${changes}\n\nToutes les personnes inscrites :\n${link}`,
      joined: 'Inscriptions',
      left: 'Départs',
      takenOff: 'inscription terminée par les responsables de la liste',
      joinedCount: (people) => plural('fr', people, { one: '# inscription', other: '# inscriptions' }),
      leftCount: (people) => plural('fr', people, { one: '# départ', other: '# départs' }),
      more: (people) => plural('fr', people, { one: 'et une autre personne', other: 'et # autres' }),
    },
    es: {
      subject: (list, counts) => `${list}: ${counts}`,
      text: (list, changes, link) => `Estos son los cambios en ${list}:\n\n${changes}\n\nTodas las personas suscritas:\n${link}`,
      joined: 'Altas',
      left: 'Bajas',
      takenOff: 'baja dada por quienes cuidan la lista',
      joinedCount: (people) => plural('es', people, { one: '# alta', other: '# altas' }),
      leftCount: (people) => plural('es', people, { one: '# baja', other: '# bajas' }),
      more: (people) => plural('es', people, { one: 'y una persona más', other: 'y # más' }),
    },
  },
)
