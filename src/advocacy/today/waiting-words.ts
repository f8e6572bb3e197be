import { plural } from '../../lib/ui/format.ts'
import { waiting } from '../../lib/ui/waits.ts'

/** What may wait between a group and its vendor. Days come ready for the reader. */
export const vendorWaiting = waiting(
  {
    questions: (count: number, vendor: string, title: string) => ({
      title: plural('en', count, { one: `${vendor} asks about “${title}”`, other: `# questions of ${vendor} wait` }),
      meta: 'Until they are answered, the group is waited for.',
      button: 'Answer',
    }),
    late: (count: number, vendor: string, title: string, day: string) => ({
      title: plural('en', count, { one: `The answer to “${title}” is late`, other: `# answers of ${vendor} are late` }),
      meta: `Due since ${day}. On the next agenda.`,
      button: 'Look',
    }),
    deliveries: (count: number, title: string, release: string) => ({
      title: plural('en', count, { one: `“${title}” is said to be delivered`, other: '# deliveries wait for the check' }),
      meta: `With ${release}. It counts once it was tried.`,
      button: 'Try it',
    }),
    winners: (count: number, ballot: string) => ({
      title: plural('en', count, { one: `One option that won “${ballot}” waits`, other: `# options that won “${ballot}” wait` }),
      meta: 'They become commitments in one act, with the points as costed.',
      button: 'Commit',
    }),
    untold: (count: number) => ({
      title: plural('en', count, { one: 'One answer was not told to the list', other: '# pieces of news were not told to the list' }),
      meta: 'One post for all; you look at it and send it.',
      button: 'Tell the list',
    }),
    reviews: (count: number, title: string, day: string) => ({
      title: plural('en', count, { one: `The answer to “${title}” is due for review`, other: '# answers are due for review' }),
      meta: `Agreed for ${day}.`,
      button: 'Look',
    }),
    submission: (open: number, title: string, answered: number, items: number, day: string) => ({
      title: plural('en', open, {
        one: `One request of “${title}” waits for your answer`,
        other: `# requests of “${title}” wait for your answer`,
      }),
      meta: `${answered} of ${items} answered; due ${day}`,
      button: 'Answer',
    }),
  },
  {
    de: {
      questions: (count, vendor, title) => ({
        title: plural('de', count, { one: `${vendor} fragt zu „${title}“`, other: `# Fragen von ${vendor} warten` }),
        meta: 'Bis zur Antwort wird auf die Gruppe gewartet.',
        button: 'Antworten',
      }),
      late: (count, vendor, title, day) => ({
        title: plural('de', count, {
          one: `Die Antwort auf „${title}“ ist überfällig`,
          other: `# Antworten von ${vendor} sind überfällig`,
        }),
        meta: `Fällig seit ${day}. Auf der nächsten Tagesordnung.`,
        button: 'Ansehen',
      }),
      deliveries: (count, title, release) => ({
        title: plural('de', count, { one: `„${title}“ soll geliefert sein`, other: '# Lieferungen warten auf die Prüfung' }),
        meta: `Mit ${release}. Es zählt erst, wenn es ausprobiert ist.`,
        button: 'Ausprobieren',
      }),
      winners: (count, ballot) => ({
        title: plural('de', count, {
          one: `Ein Wunsch, der bei „${ballot}“ gewonnen hat, wartet`,
          other: `# Wünsche, die bei „${ballot}“ gewonnen haben, warten`,
        }),
        meta: 'Sie werden in einem Schritt zu Zusagen, mit den veranschlagten Punkten.',
        button: 'Zusage eintragen',
      }),
      untold: (count) => ({
        title: plural('de', count, {
          one: 'Eine Antwort wurde der Liste nicht mitgeteilt',
          other: '# Neuigkeiten wurden der Liste nicht mitgeteilt',
        }),
        meta: 'Ein Beitrag für alle; Sie sehen ihn an und senden ihn.',
        button: 'Der Liste mitteilen',
      }),
      reviews: (count, title, day) => ({
        title: plural('de', count, {
          one: `Die Antwort auf „${title}“ ist neu anzusehen`,
          other: '# Antworten sind neu anzusehen',
        }),
        meta: `Vereinbart für den ${day}.`,
        button: 'Ansehen',
      }),
      submission: (open, title, answered, items, day) => ({
        title: plural('de', open, {
          one: `Eine Anfrage aus „${title}“ wartet auf Ihre Antwort`,
          other: `# Anfragen aus „${title}“ warten auf Ihre Antwort`,
        }),
        meta: `${answered} von ${items} beantwortet; fällig am ${day}`,
        button: 'Antworten',
      }),
    },
    fr: {
      questions: (count, vendor, title) => ({
        title: plural('fr', count, { one: `${vendor} pose une question sur « ${title} »`, other: `# questions de ${vendor} attendent` }),
        meta: 'Jusqu’à la réponse, c’est le groupe qu’on attend.',
        button: 'Répondre',
      }),
      late: (count, vendor, title, day) => ({
        title: plural('fr', count, {
          one: `La réponse à « ${title} » est en retard`,
          other: `# réponses de ${vendor} sont en retard`,
        }),
        meta: `Attendue depuis le ${day}. Au prochain ordre du jour.`,
        button: 'Regarder',
      }),
      deliveries: (count, title, release) => ({
        title: plural('fr', count, { one: `« ${title} » serait livré`, other: '# livraisons attendent d’être vérifiées' }),
        meta: `Avec ${release}. Cela compte une fois essayé.`,
        button: 'Essayer',
      }),
      winners: (count, ballot) => ({
        title: plural('fr', count, {
          one: `Une option retenue par « ${ballot} » attend`,
          other: `# options retenues par « ${ballot} » attendent`,
        }),
        meta: 'Elles deviennent des engagements en une fois, avec les points chiffrés.',
        button: 'Engager',
      }),
      untold: (count) => ({
        title: plural('fr', count, {
          one: 'Une réponse n’a pas été annoncée sur la liste',
          other: '# nouvelles n’ont pas été annoncées sur la liste',
        }),
        meta: 'Un seul message pour toutes ; vous le relisez et l’envoyez.',
        button: 'L’annoncer sur la liste',
      }),
      reviews: (count, title, day) => ({
        title: plural('fr', count, { one: `La réponse à « ${title} » est à revoir`, other: '# réponses sont à revoir' }),
        meta: `Convenu pour le ${day}.`,
        button: 'Regarder',
      }),
      submission: (open, title, answered, items, day) => ({
        title: plural('fr', open, {
          one: `Une demande de « ${title} » attend votre réponse`,
          other: `# demandes de « ${title} » attendent votre réponse`,
        }),
        meta: `${answered} sur ${items} répondues ; attendu le ${day}`,
        button: 'Répondre',
      }),
    },
    es: {
      questions: (count, vendor, title) => ({
        title: plural('es', count, { one: `${vendor} pregunta por «${title}»`, other: `# preguntas de ${vendor} esperan` }),
        meta: 'Hasta la respuesta, se espera al grupo.',
        button: 'Responder',
      }),
      late: (count, vendor, title, day) => ({
        title: plural('es', count, {
          one: `La respuesta a «${title}» está atrasada`,
          other: `# respuestas de ${vendor} están atrasadas`,
        }),
        meta: `Vencida desde el ${day}. En el próximo orden del día.`,
        button: 'Ver',
      }),
      deliveries: (count, title, release) => ({
        title: plural('es', count, { one: `Se dice que «${title}» está entregado`, other: '# entregas esperan la comprobación' }),
        meta: `Con ${release}. Cuenta cuando se haya probado.`,
        button: 'Probarlo',
      }),
      winners: (count, ballot) => ({
        title: plural('es', count, {
          one: `Una opción ganadora de «${ballot}» espera`,
          other: `# opciones ganadoras de «${ballot}» esperan`,
        }),
        meta: 'Se convierten en compromisos de una vez, con los puntos calculados.',
        button: 'Comprometer',
      }),
      untold: (count) => ({
        title: plural('es', count, {
          one: 'Una respuesta no se ha contado a la lista',
          other: '# novedades no se han contado a la lista',
        }),
        meta: 'Un mensaje para todas; usted lo revisa y lo envía.',
        button: 'Contarlo a la lista',
      }),
      reviews: (count, title, day) => ({
        title: plural('es', count, {
          one: `La respuesta a «${title}» está por revisar`,
          other: '# respuestas están por revisar',
        }),
        meta: `Acordado para el ${day}.`,
        button: 'Ver',
      }),
      submission: (open, title, answered, items, day) => ({
        title: plural('es', open, {
          one: `Una petición de «${title}» espera su respuesta`,
          other: `# peticiones de «${title}» esperan su respuesta`,
        }),
        meta: `${answered} de ${items} respondidas; vence el ${day}`,
        button: 'Responder',
      }),
    },
  },
)
