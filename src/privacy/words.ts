import { catalogue } from '../lib/ui/words.ts'

/** The notice on privacy, and letters about one's own data. */
export const privacyWords = catalogue(
  {
    notice: {
      title: 'Privacy',
      version: (n: number, day: string) => `Version ${n}, since ${day}`,
      older: 'This is an older version.',
      today: 'The one that holds today',
      before: 'The version before',
    },
    ready: {
      subject: 'The copy of your data is ready',
      text: (name: string, link: string, days: number) =>
        `Dear ${name},\n\nthe copy of everything that is kept about you is ready. Sign in and fetch it within ${days} days; nobody else can:\n${link}\n\nIf you did not ask for it, end your other sessions on the page of sign-in and devices.\n`,
    },
    failed: {
      subject: 'The copy of your data could not be made',
      text: (name: string) =>
        `Dear ${name},\n\nthe copy of your data is larger than can be made here in one piece. Please answer the administrators of this site; they can make it by hand.\n`,
    },
    refused: {
      subject: 'About your request to be erased',
      text: (name: string, reason: string) =>
        `Dear ${name},\n\nyour request to be erased was looked at and not granted. The reason:\n\n${reason}\n`,
    },
    asked: {
      subject: 'Somebody asks to be erased',
      text: (name: string, link: string) =>
        `Dear ${name},\n\nsomebody asks that their name or their words be taken out. Please decide within a month:\n${link}\n`,
    },
  },
  {
    de: {
      notice: {
        title: 'Datenschutz',
        version: (n, day) => `Fassung ${n}, seit ${day}`,
        older: 'Das ist eine ältere Fassung.',
        today: 'Die heute gültige',
        before: 'Die Fassung davor',
      },
      ready: {
        subject: 'Die Kopie Ihrer Daten ist fertig',
        text: (name, link, days) =>
          `Guten Tag ${name},\n\ndie Kopie von allem, was über Sie gespeichert ist, liegt bereit. Melden Sie sich an und holen Sie sie innerhalb von ${days} Tagen; niemand sonst kann es:\n${link}\n\nHaben Sie nicht darum gebeten, beenden Sie Ihre anderen Sitzungen auf der Seite der Zugänge und Geräte.\n`,
      },
      failed: {
        subject: 'Die Kopie Ihrer Daten ließ sich nicht erstellen',
        text: (name) =>
          `Guten Tag ${name},\n\ndie Kopie Ihrer Daten ist größer, als sie hier in einem Stück erstellt werden kann. Bitte wenden Sie sich an die Verwaltung dieser Seite.\n`,
      },
      refused: {
        subject: 'Zu Ihrem Wunsch, gelöscht zu werden',
        text: (name, reason) =>
          `Guten Tag ${name},\n\nIhr Wunsch, gelöscht zu werden, wurde geprüft und nicht erfüllt. Der Grund:\n\n${reason}\n`,
      },
      asked: {
        subject: 'Jemand möchte gelöscht werden',
        text: (name, link) =>
          `Guten Tag ${name},\n\njemand bittet darum, dass ihr Name oder ihre Worte entfernt werden. Bitte entscheiden Sie innerhalb eines Monats:\n${link}\n`,
      },
    },
    fr: {
      notice: {
        title: 'Confidentialité',
        version: (n, day) => `Version ${n}, depuis le ${day}`,
        older: 'Ceci est une version plus ancienne.',
        today: 'Celle qui vaut aujourd’hui',
        before: 'La version précédente',
      },
      ready: {
        subject: 'La copie de vos données est prête',
        text: (name, link, days) =>
          `Bonjour ${name},\n\nla copie de tout ce qui est conservé sur vous est prête. Connectez-vous et récupérez-la dans les ${days} jours ; personne d’autre ne le peut :\n${link}\n\nSi vous ne l’avez pas demandée, fermez vos autres sessions sur la page des accès et appareils.\n`,
      },
      failed: {
        subject: 'La copie de vos données n’a pas pu être faite',
        text: (name) =>
          `Bonjour ${name},\n\nla copie de vos données est trop grande pour être faite ici en une fois. Adressez-vous à l’administration de ce site.\n`,
      },
      refused: {
        subject: 'Votre demande d’effacement',
        text: (name, reason) => `Bonjour ${name},\n\nvotre demande d’effacement a été examinée et refusée. La raison :\n\n${reason}\n`,
      },
      asked: {
        subject: 'Quelqu’un demande à être effacé',
        text: (name, link) =>
          `Bonjour ${name},\n\nquelqu’un demande que son nom ou ses mots soient retirés. Merci de décider dans un délai d’un mois :\n${link}\n`,
      },
    },
    es: {
      notice: {
        title: 'Privacidad',
        version: (n, day) => `Versión ${n}, desde el ${day}`,
        older: 'Esta es una versión anterior.',
        today: 'La que vale hoy',
        before: 'La versión anterior',
      },
      ready: {
        subject: 'La copia de sus datos está lista',
        text: (name, link, days) =>
          `Hola, ${name}:\n\nla copia de todo lo que se guarda sobre usted está lista. Entre y recójala en ${days} días; nadie más puede:\n${link}\n\nSi no la pidió, cierre sus otras sesiones en la página de accesos y dispositivos.\n`,
      },
      failed: {
        subject: 'No se pudo hacer la copia de sus datos',
        text: (name) =>
          `Hola, ${name}:\n\nla copia de sus datos es demasiado grande para hacerla aquí de una vez. Diríjase a la administración de este sitio.\n`,
      },
      refused: {
        subject: 'Sobre su petición de ser borrado',
        text: (name, reason) => `Hola, ${name}:\n\nsu petición de ser borrado se examinó y no se concedió. La razón:\n\n${reason}\n`,
      },
      asked: {
        subject: 'Alguien pide ser borrado',
        text: (name, link) =>
          `Hola, ${name}:\n\nalguien pide que se retiren su nombre o sus palabras. Decida, por favor, en el plazo de un mes:\n${link}\n`,
      },
    },
  },
)
