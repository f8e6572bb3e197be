import { catalogue } from '../../ui/words.ts'

/** The weekly mail of what waits, and the page that ends it. */
export const todayWords = catalogue(
  {
    subject: (count: number) => (count === 1 ? 'One thing waits for you' : `${count} things wait for you`),
    until: (day: string) => `Until ${day}.`,
    text: (name: string, lines: string, link: string, stop: string) =>
      `Dear ${name},\n\nthis waits for you:\n\n${lines}\n\nAll of it: ${link}\n\nYou asked for this mail each Monday on which something waits. No more of it: ${stop}\n`,
    stopTitle: 'The weekly mail of what waits',
    stopAsk: 'You get what waits for you by mail each Monday. The page “Today” shows the same at any time.',
    stop: 'No more of it',
    stopped: 'You get it no more. On the page “Today” you can ask for it again.',
    gone: 'This link is not valid any more. On the page “Today” you can end the mail.',
  },
  {
    de: {
      subject: (count) => (count === 1 ? 'Etwas wartet auf Sie' : `${count} Dinge warten auf Sie`),
      until: (day) => `Bis ${day}.`,
      text: (name, lines, link, stop) =>
        `Guten Tag ${name},\n\ndas wartet auf Sie:\n\n${lines}\n\nAlles zusammen: ${link}\n\nSie haben diese Mail bestellt; sie kommt montags, wenn etwas wartet. Nicht mehr: ${stop}\n`,
      stopTitle: 'Die wöchentliche Mail zu dem, was wartet',
      stopAsk: 'Sie bekommen jeden Montag per Mail, was auf Sie wartet. Die Seite „Today“ zeigt jederzeit dasselbe.',
      stop: 'Nicht mehr senden',
      stopped: 'Sie bekommen sie nicht mehr. Auf der Seite „Today“ können Sie sie wieder bestellen.',
      gone: 'Dieser Link gilt nicht mehr. Auf der Seite „Today“ können Sie die Mail abbestellen.',
    },
    fr: {
      subject: (count) => (count === 1 ? 'Une chose vous attend' : `${count} choses vous attendent`),
      until: (day) => `Jusqu’au ${day}.`,
      text: (name, lines, link, stop) =>
        `Bonjour ${name},\n\nvoici ce qui vous attend :\n\n${lines}\n\nLe tout : ${link}\n\nVous avez demandé ce message ; il arrive le lundi quand quelque chose vous attend. Ne plus le recevoir : ${stop}\n`,
      stopTitle: 'Le message hebdomadaire de ce qui attend',
      stopAsk: 'Vous recevez chaque lundi ce qui vous attend. La page « Today » montre la même chose à tout moment.',
      stop: 'Ne plus le recevoir',
      stopped: 'Vous ne le recevez plus. La page « Today » permet de le redemander.',
      gone: 'Ce lien n’est plus valable. La page « Today » permet d’arrêter le message.',
    },
    es: {
      subject: (count) => (count === 1 ? 'Algo le espera' : `${count} cosas le esperan`),
      until: (day) => `Hasta el ${day}.`,
      text: (name, lines, link, stop) =>
        `Hola, ${name}:\n\nesto le espera:\n\n${lines}\n\nTodo junto: ${link}\n\nUsted pidió este mensaje; llega los lunes en que algo espera. No recibirlo más: ${stop}\n`,
      stopTitle: 'El mensaje semanal de lo que espera',
      stopAsk: 'Cada lunes recibe por correo lo que le espera. La página «Today» muestra lo mismo en cualquier momento.',
      stop: 'No recibirlo más',
      stopped: 'Ya no lo recibe. En la página «Today» puede pedirlo de nuevo.',
      gone: 'Este enlace ya no es válido. En la página «Today» puede anular el mensaje.',
    },
  },
)
