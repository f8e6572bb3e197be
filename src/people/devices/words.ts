import { catalogue } from '../../lib/ui/words.ts'

/** The letter about a device that was not seen before. */
export const deviceWords = catalogue(
  {
    subject: 'Sign-in with a new device',
    text: (name: string, { device, network, when }: { device: string; network: string; when: string }, link: string) =>
      `Dear ${name},\n\nsomebody signed in to your account with a device that we have not seen before:\n\n${device}\n${when}\nfrom the network ${network}\n\nIf it was you, there is nothing to do. If not, end that session here and tell an administrator:\n${link}\n`,
  },
  {
    de: {
      subject: 'Anmeldung mit einem neuen Gerät',
      text: (name, { device, network, when }, link) =>
        `Guten Tag ${name},\n\njemand hat sich bei Ihrem Konto mit einem Gerät angemeldet, das wir noch nicht kennen:\n\n${device}\n${when}\naus dem Netz ${network}\n\nWaren Sie es, ist nichts zu tun. Sonst beenden Sie diese Sitzung hier und sagen Sie es der Administration:\n${link}\n`,
    },
    fr: {
      subject: 'Connexion avec un nouvel appareil',
      text: (name, { device, network, when }, link) =>
        `Bonjour ${name},\n\nquelqu’un s’est connecté à votre compte avec un appareil que nous ne connaissons pas encore :\n\n${device}\n${when}\ndepuis le réseau ${network}\n\nSi c’était vous, il n’y a rien à faire. Sinon, fermez cette session ici et prévenez l’administration du site :\n${link}\n`,
    },
    es: {
      subject: 'Entrada con un dispositivo nuevo',
      text: (name, { device, network, when }, link) =>
        `Hola, ${name}:\n\nalguien ha entrado en su cuenta con un dispositivo que no conocíamos:\n\n${device}\n${when}\ndesde la red ${network}\n\nSi fue usted, no hay nada que hacer. Si no, cierre esa sesión aquí y avise a la administración:\n${link}\n`,
    },
  },
)
