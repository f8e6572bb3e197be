import { catalogue } from '../../lib/ui/words.ts'

/** Letters about calls for volunteers. */
export const volunteerWords = catalogue(
  {
    closedSubject: (group: string, offers: number) =>
      `${group}: the call for volunteers has closed with ${offers === 1 ? 'one offer' : `${offers} offers`}`,
    closedText: (name: string, link: string) => `Dear ${name},\n\nthe call has closed. Read the offers and decide:\n${link}\n`,
    decidedSubject: (group: string) => `${group}: your offer to serve`,
    appointed: (name: string, group: string, day: string, link: string) =>
      `Dear ${name},\n\nthank you for your offer. You are appointed to ${group} from ${day}.\n\nThe roster: ${link}\n`,
    runner_up: (name: string, group: string, _day: string, link: string) =>
      `Dear ${name},\n\nthank you for your offer to serve in ${group}. There were more offers than seats; you are a runner-up and will be asked when a seat falls vacant.\n\n${link}\n`,
    declined: (name: string, group: string, _day: string, link: string) =>
      `Dear ${name},\n\nthank you for your offer to serve in ${group}. This time the committee has chosen others.\n\n${link}\n`,
  },
  {
    de: {
      closedSubject: (group, offers) => `${group}: Der Aufruf ist zu Ende, ${offers === 1 ? 'ein Angebot' : `${offers} Angebote`}`,
      closedText: (name, link) => `Guten Tag ${name},\n\nder Aufruf ist zu Ende. Lesen Sie die Angebote und entscheiden Sie:\n${link}\n`,
      decidedSubject: (group) => `${group}: Ihr Angebot mitzuarbeiten`,
      appointed: (name, group, day, link) =>
        `Guten Tag ${name},\n\ndanke für Ihr Angebot. Sie sind ab ${day} in ${group} berufen.\n\nDie Besetzung: ${link}\n`,
      runner_up: (name, group, _day, link) =>
        `Guten Tag ${name},\n\ndanke für Ihr Angebot, in ${group} mitzuarbeiten. Es gab mehr Angebote als Plätze; Sie rücken nach, wenn ein Platz frei wird.\n\n${link}\n`,
      declined: (name, group, _day, link) =>
        `Guten Tag ${name},\n\ndanke für Ihr Angebot, in ${group} mitzuarbeiten. Diesmal hat das Gremium andere gewählt.\n\n${link}\n`,
    },
    fr: {
      closedSubject: (group, offers) => `${group} : l’appel est clos, ${offers === 1 ? 'une proposition' : `${offers} propositions`}`,
      closedText: (name, link) => `Bonjour ${name},\n\nl’appel est clos. Lisez les propositions et décidez :\n${link}\n`,
      decidedSubject: (group) => `${group} : votre proposition`,
      appointed: (name, group, day, link) =>
        `Bonjour ${name},\n\nmerci de votre proposition. Vous êtes membre de ${group} à partir du ${day}.\n\nLa composition : ${link}\n`,
      runner_up: (name, group, _day, link) =>
        `Bonjour ${name},\n\nmerci de votre proposition pour ${group}. Il y avait plus de propositions que de places ; vous serez sollicité·e dès qu’une place se libère.\n\n${link}\n`,
      declined: (name, group, _day, link) =>
        `Bonjour ${name},\n\nmerci de votre proposition pour ${group}. Cette fois, le comité en a choisi d’autres.\n\n${link}\n`,
    },
    es: {
      closedSubject: (group, offers) => `${group}: la convocatoria ha terminado con ${offers === 1 ? 'una oferta' : `${offers} ofertas`}`,
      closedText: (name, link) => `Hola, ${name}:\n\nla convocatoria ha terminado. Lea las ofertas y decida:\n${link}\n`,
      decidedSubject: (group) => `${group}: su ofrecimiento`,
      appointed: (name, group, day, link) =>
        `Hola, ${name}:\n\ngracias por su ofrecimiento. Queda nombrada en ${group} desde el ${day}.\n\nLa composición: ${link}\n`,
      runner_up: (name, group, _day, link) =>
        `Hola, ${name}:\n\ngracias por su ofrecimiento para ${group}. Hubo más ofertas que plazas; se le preguntará cuando quede una libre.\n\n${link}\n`,
      declined: (name, group, _day, link) =>
        `Hola, ${name}:\n\ngracias por su ofrecimiento para ${group}. Esta vez el comité ha elegido a otras personas.\n\n${link}\n`,
    },
  },
)
