import { catalogue } from '../../lib/ui/words.ts'

/** The alarm about a file with something in it. */
export const scanWords = catalogue(
  {
    subject: (name: string) => `The virus scanner stopped a file: ${name}`,
    text: (name: string, files: string, found: string) =>
      `Dear ${name},\n\nthe virus scanner found “${found}” in this file:\n\n${files}\n\nNobody can open it: it stays in quarantine, and those who look for it see that it was stopped. Talk to whoever brought it; the machine it came from may be infected.\n`,
    by: (name: string, who: string) => `- ${name}, brought by ${who}`,
    program: 'the program',
  },
  {
    de: {
      subject: (name) => `Der Virenscanner hat eine Datei angehalten: ${name}`,
      text: (name, files, found) =>
        `Guten Tag ${name},\n\nder Virenscanner hat „${found}“ in dieser Datei gefunden:\n\n${files}\n\nNiemand kann sie öffnen: Sie bleibt in Quarantäne, und wer sie sucht, sieht, dass sie angehalten wurde. Sprechen Sie mit der Person, die sie gebracht hat; der Rechner, von dem sie kam, ist vielleicht befallen.\n`,
      by: (name, who) => `- ${name}, gebracht von ${who}`,
      program: 'dem Programm',
    },
    fr: {
      subject: (name) => `L’antivirus a arrêté un fichier : ${name}`,
      text: (name, files, found) =>
        `Bonjour ${name},\n\nl’antivirus a trouvé « ${found} » dans ce fichier :\n\n${files}\n\nPersonne ne peut l’ouvrir : il reste en quarantaine, et qui le cherche voit qu’il a été arrêté. Parlez à la personne qui l’a apporté ; l’ordinateur d’où il vient est peut-être infecté.\n`,
      by: (name, who) => `- ${name}, apporté par ${who}`,
      program: 'le programme',
    },
    es: {
      subject: (name) => `El antivirus ha detenido un archivo: ${name}`,
      text: (name, files, found) =>
        `Hola, ${name}:\n\nel antivirus ha encontrado «${found}» en este archivo:\n\n${files}\n\nNadie puede abrirlo: queda en cuarentena, y quien lo busca ve que se detuvo. Hable con quien lo trajo; el equipo del que vino puede estar infectado.\n`,
      by: (name, who) => `- ${name}, traído por ${who}`,
      program: 'el programa',
    },
  },
)
