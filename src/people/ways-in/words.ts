import { catalogue } from '../../lib/ui/words.ts'

/** What a person is told when a way into her account changes, and what she finds behind the link. */
export const changeWords = catalogue(
  {
    added: 'Your account can be opened in a new way',
    removed: 'A way into your account was removed',
    passkey: (name: string) => `The passkey “${name}” was added.`,
    'passkey-removed': (name: string) => `The passkey “${name}” was removed.`,
    identity: (name: string) => `Your account was linked to the one at “${name}”.`,
    'identity-removed': (name: string) => `The link to your account at “${name}” was cut.`,
    token: (name: string) => `A token for a program was made: “${name}”.`,
    address: (name: string) => `The address ${name} was added.`,
    'address-removed': (name: string) => `The address ${name} was removed.`,
    text: (name: string, what: string, link: string) =>
      `Dear ${name},\n\n${what}\n\nIf it was you, there is nothing to do. If not, look here, undo it and end all other sessions:\n${link}\n`,
    waiting: (name: string, what: string, when: string, link: string) =>
      `Dear ${name},\n\n${what} It opens your account from ${when} on.\n\nIf it was you, you need not wait: say so on this page. If not, say so there too; the address is then removed and all your sessions end:\n${link}\n`,
    title: (email: string) => `Does ${email} belong to you?`,
    lead: (when: string) => `It opens your account from ${when} on.`,
    open: 'Yes, it opens my account now',
    refuse: 'No, remove it and end all sessions',
    opened: (email: string) => `${email} opens your account from now on.`,
    refused: (email: string) => `${email} does not open your account.`,
    refusedLead: 'All your sessions are ended. Sign in anew, and look through your passkeys and tokens.',
    settled: 'This is settled',
    settledLead: 'It was answered already, or the link is out of date.',
    soon: (email: string, when: string) =>
      `${email} is confirmed. It opens your account from ${when} on, or as soon as you say so from an address that you had before.`,
  },
  {
    de: {
      added: 'Ihr Konto hat einen neuen Zugang',
      removed: 'Ein Zugang zu Ihrem Konto wurde entfernt',
      passkey: (name) => `Der Passkey „${name}“ wurde hinzugefügt.`,
      'passkey-removed': (name) => `Der Passkey „${name}“ wurde entfernt.`,
      identity: (name) => `Ihr Konto wurde mit dem bei „${name}“ verbunden.`,
      'identity-removed': (name) => `Die Verbindung zu Ihrem Konto bei „${name}“ wurde gelöst.`,
      token: (name) => `Ein Token für ein Programm wurde erstellt: „${name}“.`,
      address: (name) => `Die Adresse ${name} wurde hinzugefügt.`,
      'address-removed': (name) => `Die Adresse ${name} wurde entfernt.`,
      text: (name, what, link) =>
        `Guten Tag ${name},\n\n${what}\n\nWaren Sie es, ist nichts zu tun. Sonst sehen Sie hier nach, machen es rückgängig und beenden alle anderen Sitzungen:\n${link}\n`,
      waiting: (name, what, when, link) =>
        `Guten Tag ${name},\n\n${what} Sie öffnet Ihr Konto ab ${when}.\n\nWaren Sie es, müssen Sie nicht warten: Sagen Sie es auf dieser Seite. Sonst sagen Sie es auch dort; dann wird die Adresse entfernt, und alle Ihre Sitzungen enden:\n${link}\n`,
      title: (email) => `Gehört ${email} Ihnen?`,
      lead: (when) => `Sie öffnet Ihr Konto ab ${when}.`,
      open: 'Ja, sie öffnet mein Konto ab jetzt',
      refuse: 'Nein, entfernen und alle Sitzungen beenden',
      opened: (email) => `${email} öffnet ab jetzt Ihr Konto.`,
      refused: (email) => `${email} öffnet Ihr Konto nicht.`,
      refusedLead: 'Alle Ihre Sitzungen sind beendet. Melden Sie sich neu an und sehen Sie Ihre Passkeys und Tokens durch.',
      settled: 'Das ist erledigt',
      settledLead: 'Es wurde schon beantwortet, oder der Link ist abgelaufen.',
      soon: (email, when) =>
        `${email} ist bestätigt. Sie öffnet Ihr Konto ab ${when}, oder sobald Sie es von einer Adresse aus sagen, die Sie vorher hatten.`,
    },
    fr: {
      added: 'Votre compte a un nouvel accès',
      removed: 'Un accès à votre compte a été retiré',
      passkey: (name) => `La clé d’accès « ${name} » a été ajoutée.`,
      'passkey-removed': (name) => `La clé d’accès « ${name} » a été retirée.`,
      identity: (name) => `Votre compte a été lié à celui chez « ${name} ».`,
      'identity-removed': (name) => `Le lien avec votre compte chez « ${name} » a été coupé.`,
      token: (name) => `Un jeton pour un programme a été créé : « ${name} ».`,
      address: (name) => `L’adresse ${name} a été ajoutée.`,
      'address-removed': (name) => `L’adresse ${name} a été retirée.`,
      text: (name, what, link) =>
        `Bonjour ${name},\n\n${what}\n\nSi c’était vous, il n’y a rien à faire. Sinon, regardez ici, annulez-le et fermez toutes les autres sessions :\n${link}\n`,
      waiting: (name, what, when, link) =>
        `Bonjour ${name},\n\n${what} Elle ouvre votre compte à partir du ${when}.\n\nSi c’était vous, inutile d’attendre : dites-le sur cette page. Sinon, dites-le là aussi ; l’adresse est alors retirée et toutes vos sessions sont fermées :\n${link}\n`,
      title: (email) => `${email} est-elle à vous ?`,
      lead: (when) => `Elle ouvre votre compte à partir du ${when}.`,
      open: 'Oui, elle ouvre mon compte maintenant',
      refuse: 'Non, la retirer et fermer toutes les sessions',
      opened: (email) => `${email} ouvre désormais votre compte.`,
      refused: (email) => `${email} n’ouvre pas votre compte.`,
      refusedLead: 'Toutes vos sessions sont fermées. Reconnectez-vous et vérifiez vos clés d’accès et vos jetons.',
      settled: 'C’est réglé',
      settledLead: 'La réponse est déjà donnée, ou le lien a expiré.',
      soon: (email, when) =>
        `${email} est confirmée. Elle ouvre votre compte à partir du ${when}, ou dès que vous le dites depuis une adresse que vous aviez avant.`,
    },
    es: {
      added: 'Su cuenta tiene un acceso nuevo',
      removed: 'Se quitó un acceso a su cuenta',
      passkey: (name) => `Se añadió la clave de acceso «${name}».`,
      'passkey-removed': (name) => `Se quitó la clave de acceso «${name}».`,
      identity: (name) => `Su cuenta se enlazó con la de «${name}».`,
      'identity-removed': (name) => `Se cortó el enlace con su cuenta en «${name}».`,
      token: (name) => `Se creó un token para un programa: «${name}».`,
      address: (name) => `Se añadió la dirección ${name}.`,
      'address-removed': (name) => `Se quitó la dirección ${name}.`,
      text: (name, what, link) =>
        `Hola, ${name}:\n\n${what}\n\nSi fue usted, no hay nada que hacer. Si no, mire aquí, deshágalo y cierre las demás sesiones:\n${link}\n`,
      waiting: (name, what, when, link) =>
        `Hola, ${name}:\n\n${what} Abre su cuenta a partir del ${when}.\n\nSi fue usted, no tiene que esperar: dígalo en esta página. Si no, dígalo allí también; entonces la dirección se quita y todas sus sesiones se cierran:\n${link}\n`,
      title: (email) => `¿Es suya la dirección ${email}?`,
      lead: (when) => `Abre su cuenta a partir del ${when}.`,
      open: 'Sí, abre mi cuenta desde ahora',
      refuse: 'No, quitarla y cerrar todas las sesiones',
      opened: (email) => `${email} abre su cuenta a partir de ahora.`,
      refused: (email) => `${email} no abre su cuenta.`,
      refusedLead: 'Todas sus sesiones están cerradas. Entre de nuevo y revise sus claves de acceso y tokens.',
      settled: 'Esto está resuelto',
      settledLead: 'Ya se respondió, o el enlace ha caducado.',
      soon: (email, when) =>
        `${email} está confirmada. Abre su cuenta a partir del ${when}, o en cuanto lo diga desde una dirección que tenía antes.`,
    },
  },
)
