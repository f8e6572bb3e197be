import { catalogue } from '../../lib/ui/words.ts'

/** The reminder of actions, and what an answer to it did. */
export const taskWords = catalogue(
  {
    subject: (count: number) => (count === 1 ? 'One of your actions is due' : `${count} of your actions are due`),
    due: (day: string) => `due on ${day}`,
    late: (day: string) => `was due on ${day}`,
    text: (name: string, lines: string, how: string, link: string) =>
      `Dear ${name},\n\nthese of your actions are due:\n\n${lines}\n\n${how}\n\nOr do it here:\n${link}\n`,
    how: (count: number) =>
      count === 1
        ? 'Answer this letter with\n  done\nor with a new day, like\n  2026-12-01\nor, if it will not be done, with\n  drop: and the reason'
        : 'Answer this letter with a line for each, like\n  done 1\nor with a new day, like\n  2 2026-12-01\nor, if it will not be done, with\n  drop 2: and the reason',
    answeredSubject: 'Your actions: it is noted',
    answered: (name: string, lines: string) => `Dear ${name},\n\nthank you. This is noted:\n\n${lines}\n`,
    done: 'done',
    dropped: 'will not be done',
    settled: 'was settled before',
    moved: (day: string) => `due on ${day} now`,
    unclearSubject: 'Your actions: we did not understand your answer',
    unclear: (name: string, problem: string, lines: string, how: string) =>
      `Dear ${name},\n\n${problem} Nothing has been changed.\n\n${lines}\n\n${how}\n`,
    problems: {
      nothing: 'We found no word in your answer that we know.',
      which: 'There are several actions, and your answer does not say which one it is about.',
      number: 'Your answer names a number that is not in the letter.',
      past: 'The day in your answer has passed.',
      reason: 'If an action will not be done, please say why: others count on it.',
    },
  },
  {
    de: {
      subject: (count) => (count === 1 ? 'Eine Ihrer Aufgaben ist fällig' : `${count} Ihrer Aufgaben sind fällig`),
      due: (day) => `fällig am ${day}`,
      late: (day) => `war fällig am ${day}`,
      text: (name, lines, how, link) =>
        `Guten Tag ${name},\n\ndiese Ihrer Aufgaben sind fällig:\n\n${lines}\n\n${how}\n\nOder tun Sie es hier:\n${link}\n`,
      how: (count) =>
        count === 1
          ? 'Antworten Sie auf diesen Brief mit\n  erledigt\noder mit einem neuen Tag, etwa\n  1.12.2026\noder, wenn es nicht getan wird, mit\n  streichen: und dem Grund'
          : 'Antworten Sie auf diesen Brief mit einer Zeile für jede, etwa\n  erledigt 1\noder mit einem neuen Tag, etwa\n  2 1.12.2026\noder, wenn es nicht getan wird, mit\n  streichen 2: und dem Grund',
      answeredSubject: 'Ihre Aufgaben: es ist notiert',
      answered: (name, lines) => `Guten Tag ${name},\n\ndanke. Das ist notiert:\n\n${lines}\n`,
      done: 'erledigt',
      dropped: 'wird nicht getan',
      settled: 'war schon abgeschlossen',
      moved: (day) => `jetzt fällig am ${day}`,
      unclearSubject: 'Ihre Aufgaben: wir haben Ihre Antwort nicht verstanden',
      unclear: (name, problem, lines, how) => `Guten Tag ${name},\n\n${problem} Nichts wurde geändert.\n\n${lines}\n\n${how}\n`,
      problems: {
        nothing: 'Wir haben in Ihrer Antwort kein Wort gefunden, das wir kennen.',
        which: 'Es sind mehrere Aufgaben, und Ihre Antwort sagt nicht, welche sie meint.',
        number: 'Ihre Antwort nennt eine Nummer, die nicht im Brief steht.',
        past: 'Der Tag in Ihrer Antwort ist vorbei.',
        reason: 'Wenn eine Aufgabe nicht getan wird, sagen Sie bitte, warum: andere rechnen damit.',
      },
    },
    fr: {
      subject: (count) => (count === 1 ? 'Une de vos actions arrive à échéance' : `${count} de vos actions arrivent à échéance`),
      due: (day) => `échéance le ${day}`,
      late: (day) => `l’échéance était le ${day}`,
      text: (name, lines, how, link) =>
        `Bonjour ${name},\n\nces actions vous attendent :\n\n${lines}\n\n${how}\n\nOu faites-le ici :\n${link}\n`,
      how: (count) =>
        count === 1
          ? 'Répondez à cette lettre par\n  fait\nou par un nouveau jour, comme\n  1.12.2026\nou, si ce ne sera pas fait, par\n  abandonner : et la raison'
          : 'Répondez à cette lettre par une ligne pour chacune, comme\n  fait 1\nou par un nouveau jour, comme\n  2 1.12.2026\nou, si ce ne sera pas fait, par\n  abandonner 2 : et la raison',
      answeredSubject: 'Vos actions : c’est noté',
      answered: (name, lines) => `Bonjour ${name},\n\nmerci. Ceci est noté :\n\n${lines}\n`,
      done: 'fait',
      dropped: 'ne sera pas fait',
      settled: 'était déjà réglé',
      moved: (day) => `échéance désormais le ${day}`,
      unclearSubject: 'Vos actions : nous n’avons pas compris votre réponse',
      unclear: (name, problem, lines, how) => `Bonjour ${name},\n\n${problem} Rien n’a été changé.\n\n${lines}\n\n${how}\n`,
      problems: {
        nothing: 'Nous n’avons trouvé dans votre réponse aucun mot que nous connaissons.',
        which: 'Il y a plusieurs actions, et votre réponse ne dit pas laquelle.',
        number: 'Votre réponse cite un numéro qui n’est pas dans la lettre.',
        past: 'Le jour cité dans votre réponse est passé.',
        reason: 'Si une action ne sera pas faite, dites pourquoi : d’autres comptent dessus.',
      },
    },
    es: {
      subject: (count) => (count === 1 ? 'Vence una de sus acciones' : `Vencen ${count} de sus acciones`),
      due: (day) => `vence el ${day}`,
      late: (day) => `vencía el ${day}`,
      text: (name, lines, how, link) => `Hola, ${name}:\n\nestas acciones suyas vencen:\n\n${lines}\n\n${how}\n\nO hágalo aquí:\n${link}\n`,
      how: (count) =>
        count === 1
          ? 'Responda a esta carta con\n  hecho\no con otro día, como\n  1.12.2026\no, si no se hará, con\n  descartar: y el motivo'
          : 'Responda a esta carta con una línea para cada una, como\n  hecho 1\no con otro día, como\n  2 1.12.2026\no, si no se hará, con\n  descartar 2: y el motivo',
      answeredSubject: 'Sus acciones: está anotado',
      answered: (name, lines) => `Hola, ${name}:\n\ngracias. Esto está anotado:\n\n${lines}\n`,
      done: 'hecho',
      dropped: 'no se hará',
      settled: 'ya estaba resuelta',
      moved: (day) => `ahora vence el ${day}`,
      unclearSubject: 'Sus acciones: no entendimos su respuesta',
      unclear: (name, problem, lines, how) => `Hola, ${name}:\n\n${problem} No se ha cambiado nada.\n\n${lines}\n\n${how}\n`,
      problems: {
        nothing: 'No encontramos en su respuesta ninguna palabra que conozcamos.',
        which: 'Hay varias acciones y su respuesta no dice cuál.',
        number: 'Su respuesta nombra un número que no está en la carta.',
        past: 'El día de su respuesta ya pasó.',
        reason: 'Si una acción no se hará, diga por qué: otros cuentan con ella.',
      },
    },
  },
)
