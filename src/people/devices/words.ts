import { catalogue } from '../../lib/ui/words.ts'

/** The letter about a device that was not seen before. */
export const deviceWords = catalogue(
  {
    subject: 'You signed in with a new device',
    text: (name: string, { device, network, when }: { device: string; network: string; when: string }, link: string) =>
      `Dear ${name},\n\nyour account was just opened with a device that we have not seen with you before:\n\n${device}\n${when}\nfrom the network ${network}\n\nIf it was you, there is nothing to do. If not, end that session here, and write to the administrators:\n${link}\n`,
  },
  {
    de: {
      subject: 'Sie haben sich mit einem neuen Gerät angemeldet',
      text: (name, { device, network, when }, link) =>
        `Guten Tag ${name},\n\nIhr Konto wurde eben mit einem Gerät geöffnet, das wir bei Ihnen noch nicht gesehen haben:\n\n${device}\n${when}\naus dem Netz ${network}\n\nWaren Sie es, ist nichts zu tun. Sonst beenden Sie diese Sitzung hier und schreiben Sie den Administratoren:\n${link}\n`,
    },
    fr: {
      subject: 'Vous vous êtes connecté avec un nouvel appareil',
      text: (name, { device, network, when }, link) =>
        `Bonjour ${name},\n\nvotre compte vient d’être ouvert avec un appareil que nous n’avions pas encore vu chez vous :\n\n${device}\n${when}\ndepuis le réseau ${network}\n\nSi c’était vous, il n’y a rien à faire. Sinon, fermez cette session ici et écrivez aux administrateurs :\n${link}\n`,
    },
    es: {
      subject: 'Ha entrado con un dispositivo nuevo',
      text: (name, { device, network, when }, link) =>
        `Hola, ${name}:\n\nsu cuenta se acaba de abrir con un dispositivo que no habíamos visto con usted:\n\n${device}\n${when}\ndesde la red ${network}\n\nSi fue usted, no hay nada que hacer. Si no, cierre esa sesión aquí y escriba a los administradores:\n${link}\n`,
    },
  },
)
