import { catalogue } from '../../lib/ui/words.ts'

/** Passkeys and identity providers, on the sign-in page and in letters. */
export const waysInWords = catalogue(
  {
    passkey: 'Sign in with a passkey',
    passkeyFailed: 'That did not work. Try again, or let us send you a mail.',
    or: 'Or',
    withProvider: (label: string) => `Sign in with ${label}`,
    leaving: (label: string) => `On to ${label}`,
    leavingLead: 'If nothing happens by itself, use the button.',
    go: 'Go on',
    back: 'Back to sign-in',
    failed: 'Signing in did not work',
    failedLead: 'The answer that came back could not be trusted, or came too late. Nothing was changed. Please begin again.',
    nobody: 'Nobody here has this address',
    nobodyLead: (email: string) =>
      `You are signed in there as ${email}, but nobody here has confirmed that address. Sign in by mail if you have another one; or ask to join a list.`,
    noAddress: 'No confirmed address came along',
    noAddressLead: 'The other side did not say which address of yours it has confirmed. Sign in by mail instead.',
    letter: {
      subject: 'Your account can be opened in a new way',
      passkey: (name: string) => `the passkey “${name}” was added`,
      identity: (name: string) => `it was linked to your account at “${name}”`,
      text: (name: string, what: string, link: string) =>
        `Dear ${name},\n\nyour account has a new way in: ${what}.\n\nIf it was you, there is nothing to do. If not, remove it here and end all other sessions:\n${link}\n`,
    },
  },
  {
    de: {
      passkey: 'Mit Passkey anmelden',
      passkeyFailed: 'Das hat nicht geklappt. Versuchen Sie es noch einmal, oder lassen Sie sich eine Mail schicken.',
      or: 'Oder',
      withProvider: (label) => `Anmelden mit ${label}`,
      leaving: (label) => `Weiter zu ${label}`,
      leavingLead: 'Geschieht nichts von selbst, nehmen Sie den Knopf.',
      go: 'Weiter',
      back: 'Zurück zur Anmeldung',
      failed: 'Die Anmeldung hat nicht geklappt',
      failedLead: 'Der Antwort war nicht zu trauen, oder sie kam zu spät. Nichts wurde geändert. Bitte beginnen Sie von vorn.',
      nobody: 'Diese Adresse hat hier niemand',
      nobodyLead: (email) =>
        `Dort sind Sie als ${email} angemeldet, aber niemand hier hat diese Adresse bestätigt. Haben Sie eine andere, melden Sie sich per Mail an; oder bitten Sie um Aufnahme in eine Liste.`,
      noAddress: 'Es kam keine bestätigte Adresse mit',
      noAddressLead: 'Die andere Seite sagte nicht, welche Ihrer Adressen sie bestätigt hat. Melden Sie sich per Mail an.',
      letter: {
        subject: 'Ihr Konto hat einen neuen Zugang',
        passkey: (name) => `der Passkey „${name}“ wurde hinzugefügt`,
        identity: (name) => `es wurde mit Ihrem Konto bei „${name}“ verbunden`,
        text: (name, what, link) =>
          `Guten Tag ${name},\n\nIhr Konto hat einen neuen Zugang: ${what}.\n\nWaren Sie es, ist nichts zu tun. Sonst entfernen Sie ihn hier und beenden alle anderen Sitzungen:\n${link}\n`,
      },
    },
    fr: {
      passkey: 'Se connecter avec une clé d’accès',
      passkeyFailed: 'Cela n’a pas marché. Réessayez, ou demandez un courriel.',
      or: 'Ou',
      withProvider: (label) => `Se connecter avec ${label}`,
      leaving: (label) => `Vers ${label}`,
      leavingLead: 'Si rien ne se passe, utilisez le bouton.',
      go: 'Continuer',
      back: 'Retour à la connexion',
      failed: 'La connexion n’a pas abouti',
      failedLead: 'La réponse n’était pas sûre, ou elle est arrivée trop tard. Rien n’a changé. Merci de recommencer.',
      nobody: 'Personne ici n’a cette adresse',
      nobodyLead: (email) =>
        `Vous y êtes connecté comme ${email}, mais personne ici n’a confirmé cette adresse. Connectez-vous par courriel si vous en avez une autre, ou demandez à rejoindre une liste.`,
      noAddress: 'Aucune adresse confirmée n’a été transmise',
      noAddressLead: 'L’autre site n’a pas dit laquelle de vos adresses il a confirmée. Connectez-vous par courriel.',
      letter: {
        subject: 'Votre compte a un nouvel accès',
        passkey: (name) => `la clé d’accès « ${name} » a été ajoutée`,
        identity: (name) => `il a été lié à votre compte chez « ${name} »`,
        text: (name, what, link) =>
          `Bonjour ${name},\n\nvotre compte a un nouvel accès : ${what}.\n\nSi c’était vous, il n’y a rien à faire. Sinon, retirez-le ici et fermez toutes les autres sessions :\n${link}\n`,
      },
    },
    es: {
      passkey: 'Entrar con una clave de acceso',
      passkeyFailed: 'No ha funcionado. Inténtelo otra vez, o pida un mensaje.',
      or: 'O',
      withProvider: (label) => `Entrar con ${label}`,
      leaving: (label) => `Hacia ${label}`,
      leavingLead: 'Si no ocurre nada, use el botón.',
      go: 'Seguir',
      back: 'Volver a la entrada',
      failed: 'No se pudo entrar',
      failedLead: 'La respuesta no era de fiar, o llegó demasiado tarde. Nada ha cambiado. Empiece de nuevo, por favor.',
      nobody: 'Nadie aquí tiene esta dirección',
      nobodyLead: (email) =>
        `Allí ha entrado como ${email}, pero nadie aquí ha confirmado esa dirección. Si tiene otra, entre por correo; o pida unirse a una lista.`,
      noAddress: 'No llegó ninguna dirección confirmada',
      noAddressLead: 'El otro sitio no dijo cuál de sus direcciones ha confirmado. Entre por correo.',
      letter: {
        subject: 'Su cuenta tiene un acceso nuevo',
        passkey: (name) => `se añadió la clave de acceso «${name}»`,
        identity: (name) => `se enlazó con su cuenta en «${name}»`,
        text: (name, what, link) =>
          `Hola, ${name}:\n\nsu cuenta tiene un acceso nuevo: ${what}.\n\nSi fue usted, no hay nada que hacer. Si no, quítelo aquí y cierre las demás sesiones:\n${link}\n`,
      },
    },
  },
)
