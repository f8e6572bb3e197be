import { catalogue } from '../../lib/ui/words.ts'

/** The question to subscribers from before there was any basis. */
export const workplaceWords = catalogue(
  {
    subject: 'Where do you work?',
    text: (name: string, link: string) =>
      `Dear ${name},\n\nyou have been on our list for a long time, and we do not know where you work: the list is for staff of institutions that use the product. One line answers it:\n\n${link}\n\nNothing ends by itself; without an answer a person will look.\n`,
    title: 'Where do you work?',
    lead: 'The list is for staff of institutions that use the product. What you write here a person reads; nothing ends by itself.',
    organisation: 'Your institution',
    fromOn: 'Since when, as far as you know',
    send: 'Send',
    thanks: 'Thank you',
    thanksText: 'A person will look at it. That is all.',
  },
  {
    de: {
      subject: 'Wo arbeiten Sie?',
      text: (name, link) =>
        `Guten Tag ${name},\n\nSie sind seit langem auf unserer Liste, und wir wissen nicht, wo Sie arbeiten: Die Liste ist für Beschäftigte von Einrichtungen, die das Produkt nutzen. Eine Zeile beantwortet es:\n\n${link}\n\nNichts endet von selbst; ohne Antwort sieht ein Mensch es sich an.\n`,
      title: 'Wo arbeiten Sie?',
      lead: 'Die Liste ist für Beschäftigte von Einrichtungen, die das Produkt nutzen. Was Sie hier schreiben, liest ein Mensch; nichts endet von selbst.',
      organisation: 'Ihre Einrichtung',
      fromOn: 'Seit wann, soweit Sie es wissen',
      send: 'Senden',
      thanks: 'Danke',
      thanksText: 'Ein Mensch sieht es sich an. Das ist alles.',
    },
    fr: {
      subject: 'Où travaillez-vous ?',
      text: (name, link) =>
        `Bonjour ${name},\n\nvous êtes sur notre liste depuis longtemps, et nous ne savons pas où vous travaillez : la liste s’adresse au personnel des établissements qui utilisent le produit. Une ligne suffit :\n\n${link}\n\nRien ne s’arrête tout seul ; sans réponse, une personne regardera.\n`,
      title: 'Où travaillez-vous ?',
      lead: 'La liste s’adresse au personnel des établissements qui utilisent le produit. Une personne lit ce que vous écrivez ici ; rien ne s’arrête tout seul.',
      organisation: 'Votre établissement',
      fromOn: 'Depuis quand, si vous le savez',
      send: 'Envoyer',
      thanks: 'Merci',
      thanksText: 'Une personne regardera. C’est tout.',
    },
    es: {
      subject: '¿Dónde trabaja?',
      text: (name, link) =>
        `Hola, ${name}:\n\nlleva mucho tiempo en nuestra lista y no sabemos dónde trabaja: la lista es para el personal de las instituciones que usan el producto. Una línea basta:\n\n${link}\n\nNada termina por sí solo; sin respuesta lo mirará una persona.\n`,
      title: '¿Dónde trabaja?',
      lead: 'La lista es para el personal de las instituciones que usan el producto. Lo que escriba aquí lo lee una persona; nada termina por sí solo.',
      organisation: 'Su institución',
      fromOn: 'Desde cuándo, si lo sabe',
      send: 'Enviar',
      thanks: 'Gracias',
      thanksText: 'Lo mirará una persona. Eso es todo.',
    },
  },
)
