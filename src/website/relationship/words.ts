import { type Locale, plural } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

const days = (locale: Locale, count: number, one: string, other: string) => plural(locale, Math.round(count * 10) / 10, { one, other })

/** What the public page about a group and its vendor says. */
export const relationshipWords = catalogue(
  {
    title: (group: string, vendor: string) => `${group} and ${vendor}`,
    lead: (vendor: string) =>
      `What we handed to ${vendor}, what came back, what was promised and kept. The vendor’s time stands apart from our own.`,
    counted: 'These figures count public requests and answers, commitments that were made public, and public meetings.',
    none: (vendor: string) => `No public request has been handed to ${vendor} yet.`,
    short: (vendor: string) => `With ${vendor}`,
    all: 'All figures',
    others: 'Other groups',
    preview: 'Only you see this page: the figures are not public.',
    handed: (count: number) => plural('en', count, { one: 'public request handed over', other: 'public requests handed over' }),
    answered: (of: number) =>
      plural('en', of, { one: 'of # public one answered with a reason', other: 'of # public ones answered with a reason' }),
    late: (count: number, of: number) =>
      `${plural('en', count, { one: 'answer is late', other: 'answers are late' })}, ${plural('en', of, { one: 'of # public request', other: 'of # public requests' })}`,
    delivered: (count: number) =>
      plural('en', count, { one: 'of # public commitment delivered', other: 'of # public commitments delivered' }),
    meetings: (count: number, gap: number | undefined) =>
      `${plural('en', count, { one: 'public meeting', other: 'public meetings' })}${gap === undefined ? '' : `, ${days('en', gap, '# day', '# days')} apart (median)`}`,
    days: (count: number) => days('en', count, '# day', '# days'),
    quarters: 'By quarter',
    upDown: 'above: handed over, below: answered',
    quarter: (number: string, year: string) => `Q${number} ${year}`,
    told: (name: string, handed: number, answered: number) => `${name}: ${handed} handed over, ${answered} answered`,
    takes: (vendor: string) => `${vendor} takes`,
    median: (count: number, of: number) =>
      `median ${days('en', count, '# day', '# days')}, ${plural('en', of, { one: 'of # public answer', other: 'of # public answers' })}`,
    waiting: (count: number) => plural('en', count, { one: '# waits', other: '# wait' }),
    untilAnswer: 'Median days until an answer, by what it was',
    noAnswer: 'No answer is public yet.',
    afterDay: (count: number) => plural('en', count, { one: '# answer came after its day.', other: '# answers came after their day.' }),
    weTake: 'We take',
    ourDays: 'Median days that we take',
    toAnswer: 'to answer its questions',
    toTell: 'to tell the list',
    toCheck: 'to check a delivery',
    noWait: 'Nothing has waited for us yet.',
  },
  {
    de: {
      title: (group, vendor) => `${group} und ${vendor}`,
      lead: (vendor) =>
        `Was wir ${vendor} übergeben haben, was zurückkam, was versprochen und gehalten wurde. Die Zeit des Herstellers steht getrennt von unserer.`,
      counted: 'Diese Zahlen zählen öffentliche Anfragen und Antworten, öffentlich gemachte Zusagen und öffentliche Sitzungen.',
      none: (vendor) => `Noch wurde ${vendor} keine öffentliche Anfrage übergeben.`,
      short: (vendor) => `Mit ${vendor}`,
      all: 'Alle Zahlen',
      others: 'Andere Gruppen',
      preview: 'Diese Seite sehen nur Sie: Die Zahlen sind nicht öffentlich.',
      handed: (count) => plural('de', count, { one: 'öffentliche Anfrage übergeben', other: 'öffentliche Anfragen übergeben' }),
      answered: (of) =>
        plural('de', of, { one: 'von # öffentlichen mit Begründung beantwortet', other: 'von # öffentlichen mit Begründung beantwortet' }),
      late: (count, of) =>
        `${plural('de', count, { one: 'Antwort ist überfällig', other: 'Antworten sind überfällig' })}, ${plural('de', of, { one: 'bei # öffentlichen Anfrage', other: 'bei # öffentlichen Anfragen' })}`,
      delivered: (count) =>
        plural('de', count, { one: 'von # öffentlichen Zusage eingelöst', other: 'von # öffentlichen Zusagen eingelöst' }),
      meetings: (count, gap) =>
        `${plural('de', count, { one: 'öffentliche Sitzung', other: 'öffentliche Sitzungen' })}${gap === undefined ? '' : `, ${days('de', gap, '# Tag', '# Tage')} auseinander (Median)`}`,
      days: (count) => days('de', count, '# Tag', '# Tage'),
      quarters: 'Nach Quartal',
      upDown: 'oben: übergeben, unten: beantwortet',
      quarter: (number, year) => `Q${number} ${year}`,
      told: (name, handed, answered) => `${name}: ${handed} übergeben, ${answered} beantwortet`,
      takes: (vendor) => `${vendor} braucht`,
      median: (count, of) =>
        `Median ${days('de', count, '# Tag', '# Tage')}, ${plural('de', of, { one: 'von # öffentlichen Antwort', other: 'von # öffentlichen Antworten' })}`,
      waiting: (count) => plural('de', count, { one: '# wartet', other: '# warten' }),
      untilAnswer: 'Tage bis zur Antwort (Median), nach ihrer Art',
      noAnswer: 'Noch ist keine Antwort öffentlich.',
      afterDay: (count) => plural('de', count, { one: '# Antwort kam nach ihrem Termin.', other: '# Antworten kamen nach ihrem Termin.' }),
      weTake: 'Wir brauchen',
      ourDays: 'Tage, die wir brauchen (Median)',
      toAnswer: 'um Rückfragen zu beantworten',
      toTell: 'um der Liste zu berichten',
      toCheck: 'um eine Lieferung zu prüfen',
      noWait: 'Auf uns hat noch nichts gewartet.',
    },
    fr: {
      title: (group, vendor) => `${group} et ${vendor}`,
      lead: (vendor) =>
        `Ce que nous avons transmis à ${vendor}, ce qui est revenu, ce qui a été promis et tenu. Le temps de l’éditeur est compté à part du nôtre.`,
      counted: 'Ces chiffres comptent les demandes et réponses publiques, les engagements rendus publics et les réunions publiques.',
      none: (vendor) => `Aucune demande publique n’a encore été transmise à ${vendor}.`,
      short: (vendor) => `Avec ${vendor}`,
      all: 'Tous les chiffres',
      others: 'Autres groupes',
      preview: 'Cette page n’est visible que pour vous : les chiffres ne sont pas publics.',
      handed: (count) => plural('fr', count, { one: 'demande publique transmise', other: 'demandes publiques transmises' }),
      answered: (of) =>
        plural('fr', of, { one: 'de # publique a reçu une réponse motivée', other: 'de # publiques ont reçu une réponse motivée' }),
      late: (count, of) =>
        `${plural('fr', count, { one: 'réponse est en retard', other: 'réponses sont en retard' })}, ${plural('fr', of, { one: 'sur # demande publique', other: 'sur # demandes publiques' })}`,
      delivered: (count) => plural('fr', count, { one: 'de # engagement public tenu', other: 'de # engagements publics tenus' }),
      meetings: (count, gap) =>
        `${plural('fr', count, { one: 'réunion publique', other: 'réunions publiques' })}${gap === undefined ? '' : `, à ${days('fr', gap, '# jour', '# jours')} d’intervalle (médiane)`}`,
      days: (count) => days('fr', count, '# jour', '# jours'),
      quarters: 'Par trimestre',
      upDown: 'en haut : transmises, en bas : avec réponse',
      quarter: (number, year) => `T${number} ${year}`,
      told: (name, handed, answered) => `${name} : ${handed} transmises, ${answered} avec réponse`,
      takes: (vendor) => `${vendor} met`,
      median: (count, of) =>
        `médiane ${days('fr', count, '# jour', '# jours')}, ${plural('fr', of, { one: 'sur # réponse publique', other: 'sur # réponses publiques' })}`,
      waiting: (count) => plural('fr', count, { one: '# attend', other: '# attendent' }),
      untilAnswer: 'Jours jusqu’à la réponse (médiane), selon sa nature',
      noAnswer: 'Aucune réponse n’est encore publique.',
      afterDay: (count) =>
        plural('fr', count, { one: '# réponse est arrivée après son échéance.', other: '# réponses sont arrivées après leur échéance.' }),
      weTake: 'Nous mettons',
      ourDays: 'Jours que nous mettons (médiane)',
      toAnswer: 'pour répondre aux questions',
      toTell: 'pour informer la liste',
      toCheck: 'pour vérifier une livraison',
      noWait: 'Rien n’a encore attendu notre réponse.',
    },
    es: {
      title: (group, vendor) => `${group} y ${vendor}`,
      lead: (vendor) =>
        `Lo que entregamos a ${vendor}, lo que recibimos, lo que se prometió y se cumplió. El tiempo del proveedor se cuenta aparte del nuestro.`,
      counted: 'Estas cifras cuentan las peticiones y respuestas públicas, los compromisos hechos públicos y las reuniones públicas.',
      none: (vendor) => `Todavía no se ha entregado ninguna petición pública a ${vendor}.`,
      short: (vendor) => `Con ${vendor}`,
      all: 'Todas las cifras',
      others: 'Otros grupos',
      preview: 'Solo usted ve esta página: las cifras no son públicas.',
      handed: (count) => plural('es', count, { one: 'petición pública entregada', other: 'peticiones públicas entregadas' }),
      answered: (of) => plural('es', of, { one: 'de # pública, con respuesta motivada', other: 'de # públicas, con respuesta motivada' }),
      late: (count, of) =>
        `${plural('es', count, { one: 'respuesta va con retraso', other: 'respuestas van con retraso' })}, ${plural('es', of, { one: 'de # petición pública', other: 'de # peticiones públicas' })}`,
      delivered: (count) => plural('es', count, { one: 'de # compromiso público cumplido', other: 'de # compromisos públicos cumplidos' }),
      meetings: (count, gap) =>
        `${plural('es', count, { one: 'reunión pública', other: 'reuniones públicas' })}${gap === undefined ? '' : `, cada ${days('es', gap, '# día', '# días')} (mediana)`}`,
      days: (count) => days('es', count, '# día', '# días'),
      quarters: 'Por trimestre',
      upDown: 'arriba: entregadas, abajo: respondidas',
      quarter: (number, year) => `T${number} ${year}`,
      told: (name, handed, answered) => `${name}: ${handed} entregadas, ${answered} respondidas`,
      takes: (vendor) => `${vendor} tarda`,
      median: (count, of) =>
        `mediana ${days('es', count, '# día', '# días')}, ${plural('es', of, { one: 'de # respuesta pública', other: 'de # respuestas públicas' })}`,
      waiting: (count) => plural('es', count, { one: '# espera', other: '# esperan' }),
      untilAnswer: 'Días hasta la respuesta (mediana), según su tipo',
      noAnswer: 'Todavía no hay ninguna respuesta pública.',
      afterDay: (count) =>
        plural('es', count, { one: '# respuesta llegó después de su fecha.', other: '# respuestas llegaron después de su fecha.' }),
      weTake: 'Nosotros tardamos',
      ourDays: 'Días que tardamos (mediana)',
      toAnswer: 'en responder a sus preguntas',
      toTell: 'en informar a la lista',
      toCheck: 'en comprobar una entrega',
      noWait: 'Nada ha esperado todavía por nosotros.',
    },
  },
)
