import { useReader } from '../../lib/ui/reader.ts'
import { catalogue } from '../../lib/ui/words.ts'

/** What is said of a ballot that was called off, in letters and to everybody who reads its page. */
export const callingOffWords = catalogue(
  {
    subject: (title: string) => `Called off: ${title}`,
    text: (title: string, reason: string, link: string) =>
      `“${title}” was called off. It is not counted, and nothing of it waits for you any more.\n\nWhy: ${reason}\n\n${link}`,
    papers: 'Papers that had been cast are deleted. They were not counted.',
    stands: {
      subject: (title: string) => `You stand: ${title}`,
      text: (title: string, opens: string, link: string) =>
        `“${title}” was called off and is held anew. It opens on ${opens}. Your nomination stays, with your statement; until then you can change it, or say that you do not stand:\n${link}`,
    },
    note: 'This ballot was called off. It is not counted, and nothing of it waits for anybody.',
    by: (name: string) => `Called off by ${name}`,
    anew: 'It is held anew:',
    instead: 'Held instead of',
    theOne: 'the ballot that was called off',
  },
  {
    de: {
      subject: (title) => `Abgesagt: ${title}`,
      text: (title, reason, link) =>
        `„${title}“ wurde abgesagt. Es wird nicht ausgezählt, und für Sie ist nichts mehr zu tun.\n\nGrund: ${reason}\n\n${link}`,
      papers: 'Stimmzettel, die schon abgegeben waren, sind gelöscht. Sie wurden nicht gezählt.',
      stands: {
        subject: (title) => `Sie kandidieren: ${title}`,
        text: (title, opens, link) =>
          `„${title}“ wurde abgesagt und findet neu statt, ab ${opens}. Ihre Kandidatur bleibt, mit Ihrer Vorstellung; bis dahin können Sie sie ändern oder zurückziehen:\n${link}`,
      },
      note: 'Diese Abstimmung wurde abgesagt. Sie wird nicht ausgezählt, und niemand muss noch etwas tun.',
      by: (name) => `Abgesagt von ${name}`,
      anew: 'Sie findet neu statt:',
      instead: 'Findet statt für',
      theOne: 'die Abstimmung, die abgesagt wurde',
    },
    fr: {
      subject: (title) => `Annulé : ${title}`,
      text: (title, reason, link) =>
        `« ${title} » a été annulé. Il n’y a pas de dépouillement, et vous n’avez plus rien à faire.\n\nPourquoi : ${reason}\n\n${link}`,
      papers: 'Les bulletins déjà déposés sont effacés. Ils n’ont pas été comptés.',
      stands: {
        subject: (title) => `Vous êtes candidat(e) : ${title}`,
        text: (title, opens, link) =>
          `« ${title} » a été annulé et a lieu de nouveau, à partir du ${opens}. Votre candidature reste, avec votre présentation ; jusque-là, vous pouvez la modifier ou la retirer :\n${link}`,
      },
      note: 'Ce vote a été annulé. Il n’y a pas de dépouillement, et plus personne n’a rien à faire.',
      by: (name) => `Annulé par ${name}`,
      anew: 'Il a lieu de nouveau :',
      instead: 'A lieu à la place du',
      theOne: 'vote qui a été annulé',
    },
    es: {
      subject: (title) => `Cancelada: ${title}`,
      text: (title, reason, link) =>
        `«${title}» se ha cancelado. No habrá escrutinio y usted ya no tiene nada que hacer.\n\nPor qué: ${reason}\n\n${link}`,
      papers: 'Las papeletas ya emitidas se han borrado. No se contaron.',
      stands: {
        subject: (title) => `Usted se presenta: ${title}`,
        text: (title, opens, link) =>
          `«${title}» se canceló y se celebra de nuevo, a partir del ${opens}. Su candidatura sigue, con su presentación; hasta entonces puede cambiarla o retirarla:\n${link}`,
      },
      note: 'Esta votación se ha cancelado. No habrá escrutinio y ya nadie tiene nada que hacer.',
      by: (name) => `Cancelada por ${name}`,
      anew: 'Se celebra de nuevo:',
      instead: 'Se celebra en lugar de',
      theOne: 'la votación que se canceló',
    },
  },
)

/** The words for who reads the page that is being made. */
export const useCallingOffWords = () => callingOffWords(useReader().locale)
