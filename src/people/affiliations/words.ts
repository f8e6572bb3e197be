import { catalogue } from '../../lib/ui/words.ts'

/** The yearly question, a person's addresses and their service record. */
export const affiliationWords = catalogue(
  {
    subject: (organisation: string) => `Do you still work at ${organisation}?`,
    reminder: (organisation: string) => `A reminder: do you still work at ${organisation}?`,
    text: (name: string, organisation: string, link: string) =>
      `Dear ${name},\n\nonce a year we ask whether what we know is still true: that you work at ${organisation}.\n\nOne click answers it:\n${link}\n\nIf you have left, say so on the same page: nothing that you have written or done is lost. Without an answer nothing ends by itself; a person will look at it.\n`,
    title: (organisation: string) => `Do you still work at ${organisation}?`,
    yes: 'Yes, I still work there',
    no: 'No, I have left',
    thanks: 'Thank you',
    stays: 'That is all for a year.',
    left: 'Your messages and terms of office stay as they are. If you work elsewhere now, ask to join with your new address; a private address that you add under “My addresses” opens your account for ever.',
    settled: 'This question is settled',
    settledText: 'It was answered already, or the link is out of date. Nothing is left to do.',
    claimSubject: 'Please confirm that this address is yours',
    claimText: (name: string, link: string) =>
      `Dear ${name},\n\nsomebody, we hope you, wants to add this address to an account.\n\nTo confirm, open this page and press the button:\n${link}\n\nIf it was not you, do nothing.\n`,
    claimTitle: (email: string) => `Add ${email} to your account?`,
    claim: 'Yes, this address is mine',
    claimed: (email: string) => `You can sign in with ${email} now.`,
  },
  {
    de: {
      subject: (organisation) => `Arbeiten Sie noch bei ${organisation}?`,
      reminder: (organisation) => `Zur Erinnerung: Arbeiten Sie noch bei ${organisation}?`,
      text: (name, organisation, link) =>
        `Guten Tag ${name},\n\neinmal im Jahr fragen wir, ob noch stimmt, was wir wissen: dass Sie bei ${organisation} arbeiten.\n\nEin Klick beantwortet es:\n${link}\n\nSind Sie gegangen, sagen Sie es auf derselben Seite: Nichts, was Sie geschrieben oder getan haben, geht verloren. Ohne Antwort endet nichts von selbst; ein Mensch sieht es sich an.\n`,
      title: (organisation) => `Arbeiten Sie noch bei ${organisation}?`,
      yes: 'Ja, ich arbeite noch dort',
      no: 'Nein, ich bin gegangen',
      thanks: 'Danke',
      stays: 'Das ist alles für ein Jahr.',
      left: 'Ihre Beiträge und Amtszeiten bleiben, wie sie sind. Arbeiten Sie jetzt anderswo, fragen Sie mit der neuen Adresse an; eine private Adresse, die Sie unter „My addresses“ hinzufügen, öffnet Ihr Konto für immer.',
      settled: 'Diese Frage ist erledigt',
      settledText: 'Sie wurde schon beantwortet, oder der Link ist abgelaufen. Es bleibt nichts zu tun.',
      claimSubject: 'Bitte bestätigen Sie, dass diese Adresse Ihre ist',
      claimText: (name, link) =>
        `Guten Tag ${name},\n\njemand, hoffentlich Sie, möchte diese Adresse einem Konto hinzufügen.\n\nZum Bestätigen öffnen Sie diese Seite und drücken den Knopf:\n${link}\n\nWaren Sie es nicht, tun Sie nichts.\n`,
      claimTitle: (email) => `${email} zu Ihrem Konto hinzufügen?`,
      claim: 'Ja, diese Adresse ist meine',
      claimed: (email) => `Sie können sich jetzt mit ${email} anmelden.`,
    },
    fr: {
      subject: (organisation) => `Travaillez-vous toujours à ${organisation} ?`,
      reminder: (organisation) => `Rappel : travaillez-vous toujours à ${organisation} ?`,
      text: (name, organisation, link) =>
        `Bonjour ${name},\n\nune fois par an, nous demandons si ce que nous savons est toujours vrai : que vous travaillez à ${organisation}.\n\nUn clic suffit :\n${link}\n\nSi vous êtes parti, dites-le sur la même page : rien de ce que vous avez écrit ou fait n’est perdu. Sans réponse, rien ne prend fin de soi-même ; une personne regardera.\n`,
      title: (organisation) => `Travaillez-vous toujours à ${organisation} ?`,
      yes: 'Oui, j’y travaille toujours',
      no: 'Non, je suis parti ou partie',
      thanks: 'Merci',
      stays: 'C’est tout pour un an.',
      left: 'Vos messages et vos mandats restent tels quels. Si vous travaillez ailleurs, demandez à vous inscrire avec votre nouvelle adresse ; une adresse privée ajoutée sous « My addresses » ouvre votre compte pour toujours.',
      settled: 'Cette question est close',
      settledText: 'Elle a déjà reçu une réponse, ou le lien est périmé. Il ne reste rien à faire.',
      claimSubject: 'Merci de confirmer que cette adresse est la vôtre',
      claimText: (name, link) =>
        `Bonjour ${name},\n\nquelqu’un, vous espérons-nous, veut ajouter cette adresse à un compte.\n\nPour confirmer, ouvrez cette page et appuyez sur le bouton :\n${link}\n\nSi ce n’était pas vous, ne faites rien.\n`,
      claimTitle: (email) => `Ajouter ${email} à votre compte ?`,
      claim: 'Oui, cette adresse est la mienne',
      claimed: (email) => `Vous pouvez maintenant vous connecter avec ${email}.`,
    },
    es: {
      subject: (organisation) => `¿Sigue trabajando en ${organisation}?`,
      reminder: (organisation) => `Recordatorio: ¿sigue trabajando en ${organisation}?`,
      text: (name, organisation, link) =>
        `Hola, ${name}:\n\nuna vez al año preguntamos si lo que sabemos sigue siendo cierto: que usted trabaja en ${organisation}.\n\nUn clic lo responde:\n${link}\n\nSi se ha ido, dígalo en la misma página: nada de lo que ha escrito o hecho se pierde. Sin respuesta nada termina por sí solo; una persona lo mirará.\n`,
      title: (organisation) => `¿Sigue trabajando en ${organisation}?`,
      yes: 'Sí, sigo trabajando allí',
      no: 'No, me he ido',
      thanks: 'Gracias',
      stays: 'Es todo por un año.',
      left: 'Sus mensajes y sus mandatos quedan como están. Si ahora trabaja en otro lugar, pida entrar con su nueva dirección; una dirección privada que añada en «My addresses» abre su cuenta para siempre.',
      settled: 'Esta pregunta está cerrada',
      settledText: 'Ya se respondió, o el enlace ha caducado. No queda nada por hacer.',
      claimSubject: 'Confirme, por favor, que esta dirección es suya',
      claimText: (name, link) =>
        `Hola, ${name}:\n\nalguien, esperamos que usted, quiere añadir esta dirección a una cuenta.\n\nPara confirmar, abra esta página y pulse el botón:\n${link}\n\nSi no fue usted, no haga nada.\n`,
      claimTitle: (email) => `¿Añadir ${email} a su cuenta?`,
      claim: 'Sí, esta dirección es mía',
      claimed: (email) => `Ya puede entrar con ${email}.`,
    },
  },
)
