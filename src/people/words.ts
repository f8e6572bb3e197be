import { catalogue } from '../lib/ui/words.ts'

/** Sign-in, on the page and in the letter. */
export const signInWords = catalogue(
  {
    subject: 'Your code for signing in',
    text: (name: string, code: string, link: string) =>
      `Dear ${name},\n\nsomebody, we hope you, wants to sign in with this address.\n\nOpen this page and press the button:\n${link}\n\nOr type this code where you asked for it:\n${code}\n\nBoth work once, for one hour. If it was not you, do nothing.\n`,
    title: 'Sign in',
    lead: 'We send you a mail with a link and a code. There is no password.',
    email: 'Your e-mail address',
    send: 'Send me the mail',
    sentTitle: 'Look into your mail',
    sent: (email: string) =>
      `If ${email} belongs to somebody here, a mail is on its way. It carries a link and a code; both work for one hour.`,
    code: 'The code from the mail',
    signIn: 'Sign in',
    again: 'Ask for a new mail',
    confirm: (email: string) => `Sign in as ${email}?`,
    tooMany: 'Too many tries from here. Please wait a while.',
  },
  {
    de: {
      subject: 'Ihr Code zum Anmelden',
      text: (name, code, link) =>
        `Guten Tag ${name},\n\njemand, hoffentlich Sie, möchte sich mit dieser Adresse anmelden.\n\nÖffnen Sie diese Seite und drücken Sie den Knopf:\n${link}\n\nOder tippen Sie diesen Code dort ein, wo Sie ihn angefordert haben:\n${code}\n\nBeides gilt einmal und eine Stunde lang. Waren Sie es nicht, tun Sie nichts.\n`,
      title: 'Anmelden',
      lead: 'Wir schicken Ihnen eine Mail mit einem Link und einem Code. Ein Passwort gibt es nicht.',
      email: 'Ihre E-Mail-Adresse',
      send: 'Mail schicken',
      sentTitle: 'Sehen Sie in Ihre Mails',
      sent: (email) =>
        `Wenn ${email} jemandem hier gehört, ist eine Mail unterwegs. Sie enthält einen Link und einen Code; beides gilt eine Stunde.`,
      code: 'Der Code aus der Mail',
      signIn: 'Anmelden',
      again: 'Neue Mail anfordern',
      confirm: (email) => `Als ${email} anmelden?`,
      tooMany: 'Zu viele Versuche von hier. Bitte warten Sie eine Weile.',
    },
    fr: {
      subject: 'Votre code pour vous connecter',
      text: (name, code, link) =>
        `Bonjour ${name},\n\nquelqu’un, vous espérons-nous, veut se connecter avec cette adresse.\n\nOuvrez cette page et appuyez sur le bouton :\n${link}\n\nOu tapez ce code là où vous l’avez demandé :\n${code}\n\nLes deux servent une fois, pendant une heure. Si ce n’était pas vous, ne faites rien.\n`,
      title: 'Se connecter',
      lead: 'Nous vous envoyons un courriel avec un lien et un code. Il n’y a pas de mot de passe.',
      email: 'Votre adresse électronique',
      send: 'Envoyer le courriel',
      sentTitle: 'Regardez votre courrier',
      sent: (email) =>
        `Si ${email} appartient à quelqu’un ici, un courriel est en route. Il contient un lien et un code, valables une heure.`,
      code: 'Le code du courriel',
      signIn: 'Se connecter',
      again: 'Demander un nouveau courriel',
      confirm: (email) => `Se connecter comme ${email} ?`,
      tooMany: 'Trop d’essais d’ici. Merci d’attendre un moment.',
    },
    es: {
      subject: 'Su código para entrar',
      text: (name, code, link) =>
        `Hola, ${name}:\n\nalguien, esperamos que usted, quiere entrar con esta dirección.\n\nAbra esta página y pulse el botón:\n${link}\n\nO escriba este código donde lo pidió:\n${code}\n\nAmbos sirven una vez, durante una hora. Si no fue usted, no haga nada.\n`,
      title: 'Entrar',
      lead: 'Le enviamos un mensaje con un enlace y un código. No hay contraseña.',
      email: 'Su dirección de correo',
      send: 'Enviar el mensaje',
      sentTitle: 'Mire su correo',
      sent: (email) => `Si ${email} es de alguien aquí, un mensaje está en camino. Lleva un enlace y un código; ambos valen una hora.`,
      code: 'El código del mensaje',
      signIn: 'Entrar',
      again: 'Pedir otro mensaje',
      confirm: (email) => `¿Entrar como ${email}?`,
      tooMany: 'Demasiados intentos desde aquí. Espere un rato, por favor.',
    },
  },
)
