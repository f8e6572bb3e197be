import { catalogue } from '../../lib/ui/words.ts'

/** What pages about something that went wrong say by themselves. */
export const errorWords = catalogue(
  {
    notFound: 'Not found',
    notPossible: 'Not possible',
    faster: 'Somebody was faster',
    lookAgain: 'Please look again',
    noPage: 'There is no page at this address. It may have been mistyped, or be out of date.',
    toFirst: 'To the first page',
    signIn: 'Sign in',
  },
  {
    de: {
      notFound: 'Nicht gefunden',
      notPossible: 'Nicht möglich',
      faster: 'Jemand war schneller',
      lookAgain: 'Bitte noch einmal ansehen',
      noPage: 'Unter dieser Adresse gibt es keine Seite. Vielleicht ist sie vertippt oder veraltet.',
      toFirst: 'Zur ersten Seite',
      signIn: 'Anmelden',
    },
    fr: {
      notFound: 'Introuvable',
      notPossible: 'Impossible',
      faster: 'Quelqu’un a été plus rapide',
      lookAgain: 'À revoir, s’il vous plaît',
      noPage: 'Il n’y a pas de page à cette adresse. Elle est peut-être mal saisie ou périmée.',
      toFirst: 'Vers la première page',
      signIn: 'Se connecter',
    },
    es: {
      notFound: 'No se encuentra',
      notPossible: 'No es posible',
      faster: 'Alguien se adelantó',
      lookAgain: 'Por favor, revíselo',
      noPage: 'No hay ninguna página en esta dirección. Quizá está mal escrita o anticuada.',
      toFirst: 'A la primera página',
      signIn: 'Entrar',
    },
  },
)
