import { catalogue } from '../../lib/ui/words.ts'

/** Notices that a term of office ends. */
export const termWords = catalogue(
  {
    roles: {
      coordinator: 'coordinator',
      deputy: 'deputy coordinator',
      liaison: 'liaison',
      member: 'member',
      moderator: 'moderator',
      steering: 'member of the steering committee',
    },
    subject: (group: string, day: string) => `${group}: your term ends on ${day}`,
    text: (name: string, role: string, group: string, day: string, link: string) =>
      `Dear ${name},\n\nyour term as ${role} of ${group} ends on ${day}. Until then there is time to say whether you go on, and to hand over.\n\nThe roster: ${link}\n`,
    leadSubject: (group: string, name: string, day: string) => `${group}: the term of ${name} ends on ${day}`,
    leadText: (name: string, who: string, role: string, group: string, day: string, link: string) =>
      `Dear ${name},\n\nthe term of ${who} as ${role} of ${group} ends on ${day}. Until then there is time to ask for volunteers and to hand over.\n\nThe roster: ${link}\n`,
  },
  {
    de: {
      roles: {
        coordinator: 'Koordination',
        deputy: 'stellvertretende Koordination',
        liaison: 'Verbindung zum Vorstand',
        member: 'Mitglied',
        moderator: 'Moderation',
        steering: 'Vorstand',
      },
      subject: (group, day) => `${group}: Ihre Amtszeit endet am ${day}`,
      text: (name, role, group, day, link) =>
        `Guten Tag ${name},\n\nIhre Amtszeit (${role}, ${group}) endet am ${day}. Bis dahin ist Zeit zu sagen, ob Sie weitermachen, und zu übergeben.\n\nDie Besetzung: ${link}\n`,
      leadSubject: (group, name, day) => `${group}: Die Amtszeit von ${name} endet am ${day}`,
      leadText: (name, who, role, group, day, link) =>
        `Guten Tag ${name},\n\ndie Amtszeit von ${who} (${role}, ${group}) endet am ${day}. Bis dahin ist Zeit, Freiwillige zu suchen und zu übergeben.\n\nDie Besetzung: ${link}\n`,
    },
    fr: {
      roles: {
        coordinator: 'coordination',
        deputy: 'coordination adjointe',
        liaison: 'liaison',
        member: 'membre',
        moderator: 'modération',
        steering: 'comité directeur',
      },
      subject: (group, day) => `${group} : votre mandat prend fin le ${day}`,
      text: (name, role, group, day, link) =>
        `Bonjour ${name},\n\nvotre mandat (${role}, ${group}) prend fin le ${day}. D’ici là, il est temps de dire si vous continuez et de passer le relais.\n\nLa composition : ${link}\n`,
      leadSubject: (group, name, day) => `${group} : le mandat de ${name} prend fin le ${day}`,
      leadText: (name, who, role, group, day, link) =>
        `Bonjour ${name},\n\nle mandat de ${who} (${role}, ${group}) prend fin le ${day}. D’ici là, il est temps de chercher des volontaires et de passer le relais.\n\nLa composition : ${link}\n`,
    },
    es: {
      roles: {
        coordinator: 'coordinación',
        deputy: 'coordinación adjunta',
        liaison: 'enlace',
        member: 'miembro',
        moderator: 'moderación',
        steering: 'comité directivo',
      },
      subject: (group, day) => `${group}: su mandato termina el ${day}`,
      text: (name, role, group, day, link) =>
        `Hola, ${name}:\n\nsu mandato (${role}, ${group}) termina el ${day}. Hasta entonces hay tiempo para decir si continúa y para pasar el relevo.\n\nLa composición: ${link}\n`,
      leadSubject: (group, name, day) => `${group}: el mandato de ${name} termina el ${day}`,
      leadText: (name, who, role, group, day, link) =>
        `Hola, ${name}:\n\nel mandato de ${who} (${role}, ${group}) termina el ${day}. Hasta entonces hay tiempo para buscar voluntarios y pasar el relevo.\n\nLa composición: ${link}\n`,
    },
  },
)

/** The roster, as everybody reads it. */
export const rosterWords = catalogue(
  {
    title: 'Roster',
    asOf: 'As of',
    another: 'Another day',
    on: 'On',
    none: 'There is no group yet.',
    vacant: 'Vacant',
    before: (count: number) => `Before (${count})`,
    beforeOf: (group: string) => `Before, ${group}`,
    edit: 'Edit',
    to: 'to',
    since: 'since',
    roles: {
      coordinator: 'Coordinator',
      deputy: 'Deputy coordinator',
      liaison: 'Liaison of the steering committee',
      member: 'Member',
      moderator: 'Moderator of the list',
    },
  },
  {
    de: {
      title: 'Besetzung',
      asOf: 'Stand',
      another: 'Ein anderer Tag',
      on: 'Am',
      none: 'Noch gibt es keine Gruppe.',
      vacant: 'Frei',
      before: (count) => `Davor (${count})`,
      beforeOf: (group) => `Davor, ${group}`,
      edit: 'Ändern',
      to: 'bis',
      since: 'seit',
      roles: {
        coordinator: 'Koordination',
        deputy: 'Stellvertretende Koordination',
        liaison: 'Verbindung zum Vorstand',
        member: 'Mitglied',
        moderator: 'Moderation der Liste',
      },
    },
    fr: {
      title: 'Composition',
      asOf: 'Au',
      another: 'Un autre jour',
      on: 'Le',
      none: 'Il n’y a pas encore de groupe.',
      vacant: 'Vacant',
      before: (count) => `Auparavant (${count})`,
      beforeOf: (group) => `Auparavant, ${group}`,
      edit: 'Modifier',
      to: 'au',
      since: 'depuis le',
      roles: {
        coordinator: 'Coordination',
        deputy: 'Coordination adjointe',
        liaison: 'Liaison avec le comité directeur',
        member: 'Membre',
        moderator: 'Modération de la liste',
      },
    },
    es: {
      title: 'Composición',
      asOf: 'A fecha de',
      another: 'Otro día',
      on: 'El',
      none: 'Todavía no hay ningún grupo.',
      vacant: 'Vacante',
      before: (count) => `Antes (${count})`,
      beforeOf: (group) => `Antes, ${group}`,
      edit: 'Modificar',
      to: 'a',
      since: 'desde el',
      roles: {
        coordinator: 'Coordinación',
        deputy: 'Coordinación adjunta',
        liaison: 'Enlace con el comité directivo',
        member: 'Miembro',
        moderator: 'Moderación de la lista',
      },
    },
  },
)
