import { catalogue } from '../lib/ui/words.ts'

/** What the owner of a webhook is told. */
export const hookWords = catalogue(
  {
    subject: (name: string) => `Your webhook “${name}” is paused`,
    text: (person: string, name: string, gone: boolean, said: string, link: string) =>
      `Dear ${person},\n\nthe program behind your webhook “${name}” ${gone ? 'answered that it wants no more' : 'has not taken anything for three days'}. Nothing is sent to it any more. This is the last that it said:\n\n    ${said || '(nothing)'}\n\nWhat waits is kept. When the program is well again, go on here; what happened in the meantime is told, a week back at most:\n${link}\n`,
  },
  {
    de: {
      subject: (name) => `Ihr Webhook „${name}“ ruht`,
      text: (person, name, gone, said, link) =>
        `Guten Tag ${person},\n\ndas Programm hinter Ihrem Webhook „${name}“ ${gone ? 'hat geantwortet, dass es nichts mehr will' : 'hat drei Tage lang nichts angenommen'}. Es wird ihm nichts mehr gesendet. Das hat es zuletzt gesagt:\n\n    ${said || '(nichts)'}\n\nWas wartet, bleibt erhalten. Geht es dem Programm wieder gut, machen Sie hier weiter; was inzwischen geschah, wird nachgeholt, höchstens eine Woche:\n${link}\n`,
    },
    fr: {
      subject: (name) => `Votre webhook « ${name} » est en pause`,
      text: (person, name, gone, said, link) =>
        `Bonjour ${person},\n\nle programme derrière votre webhook « ${name} » ${gone ? 'a répondu qu’il ne veut plus rien' : 'n’a rien accepté depuis trois jours'}. Plus rien ne lui est envoyé. Voici sa dernière réponse :\n\n    ${said || '(rien)'}\n\nCe qui attend est conservé. Quand le programme va mieux, reprenez ici ; ce qui s’est passé entre-temps est transmis, sur une semaine au plus :\n${link}\n`,
    },
    es: {
      subject: (name) => `Su webhook «${name}» está en pausa`,
      text: (person, name, gone, said, link) =>
        `Hola, ${person}:\n\nel programa de su webhook «${name}» ${gone ? 'respondió que no quiere nada más' : 'no ha aceptado nada en tres días'}. Ya no se le envía nada. Esto fue lo último que dijo:\n\n    ${said || '(nada)'}\n\nLo que espera se conserva. Cuando el programa funcione, continúe aquí; lo ocurrido mientras tanto se comunica, una semana atrás como máximo:\n${link}\n`,
    },
  },
)
