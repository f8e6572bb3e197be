import { catalogue } from '../../ui/words.ts'

/** The reminder of actions. */
export const taskWords = catalogue(
  {
    subject: (count: number) => (count === 1 ? 'One of your actions is due' : `${count} of your actions are due`),
    due: (day: string) => `due on ${day}`,
    late: (day: string) => `was due on ${day}`,
    text: (name: string, lines: string, link: string) =>
      `Dear ${name},\n\nthese of your actions are due:\n\n${lines}\n\nSettle them, or give them another day:\n${link}\n`,
  },
  {
    de: {
      subject: (count) => (count === 1 ? 'Eine Ihrer Aufgaben ist fällig' : `${count} Ihrer Aufgaben sind fällig`),
      due: (day) => `fällig am ${day}`,
      late: (day) => `war fällig am ${day}`,
      text: (name, lines, link) =>
        `Guten Tag ${name},\n\ndiese Ihrer Aufgaben sind fällig:\n\n${lines}\n\nErledigen Sie sie, oder geben Sie ihnen einen anderen Tag:\n${link}\n`,
    },
    fr: {
      subject: (count) => (count === 1 ? 'Une de vos actions arrive à échéance' : `${count} de vos actions arrivent à échéance`),
      due: (day) => `échéance le ${day}`,
      late: (day) => `l’échéance était le ${day}`,
      text: (name, lines, link) =>
        `Bonjour ${name},\n\nces actions vous attendent :\n\n${lines}\n\nRéglez-les, ou donnez-leur un autre jour :\n${link}\n`,
    },
    es: {
      subject: (count) => (count === 1 ? 'Vence una de sus acciones' : `Vencen ${count} de sus acciones`),
      due: (day) => `vence el ${day}`,
      late: (day) => `vencía el ${day}`,
      text: (name, lines, link) =>
        `Hola, ${name}:\n\nestas acciones suyas vencen:\n\n${lines}\n\nResuélvalas, o deles otro día:\n${link}\n`,
    },
  },
)
