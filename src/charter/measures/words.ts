import type { SpanUnit } from '../../lib/db/schema.ts'
import { catalogue } from '../../lib/ui/words.ts'

const english = { day: 'day', week: 'week', month: 'month', year: 'year' }
const german = {
  day: { every: 'jeden Tag', in: 'am Tag', one: 'einen Tag', last: 'des letzten Tages', many: 'Tage', dative: 'Tagen' },
  week: { every: 'jede Woche', in: 'in der Woche', one: 'eine Woche', last: 'der letzten Woche', many: 'Wochen', dative: 'Wochen' },
  month: { every: 'jeden Monat', in: 'im Monat', one: 'einen Monat', last: 'des letzten Monats', many: 'Monate', dative: 'Monaten' },
  year: { every: 'jedes Jahr', in: 'im Jahr', one: 'ein Jahr', last: 'des letzten Jahres', many: 'Jahre', dative: 'Jahren' },
}
const french = {
  day: { a: 'un jour', by: 'par jour', each: 'chaque jour', all: 'tous les', many: 'jours' },
  week: { a: 'une semaine', by: 'par semaine', each: 'chaque semaine', all: 'toutes les', many: 'semaines' },
  month: { a: 'un mois', by: 'par mois', each: 'chaque mois', all: 'tous les', many: 'mois' },
  year: { a: 'un an', by: 'par an', each: 'chaque année', all: 'tous les', many: 'ans' },
}
const spanish = {
  day: { a: 'un día', by: 'al día', each: 'cada día', many: 'días' },
  week: { a: 'una semana', by: 'a la semana', each: 'cada semana', many: 'semanas' },
  month: { a: 'un mes', by: 'al mes', each: 'cada mes', many: 'meses' },
  year: { a: 'un año', by: 'al año', each: 'cada año', many: 'años' },
}

const namesIn = (names: Record<string, string>) => (role: string) => names[role] ?? role

/** What a measure asks, in words. */
export const measureWords = catalogue(
  {
    every: (n: number, unit: SpanUnit) => `Once every ${n === 1 ? english[unit] : `${n} ${english[unit]}s`}.`,
    over: (n: number, unit: SpanUnit) => `Counted over the last ${n === 1 ? english[unit] : `${n} ${english[unit]}s`}.`,
    atLeast: (target: number, n: number, unit: SpanUnit) =>
      `At least ${target} in ${n === 1 ? `a ${english[unit]}` : `${n} ${english[unit]}s`}.`,
    fresh: (n: number, unit: SpanUnit) => `The newest is at most ${n === 1 ? `a ${english[unit]}` : `${n} ${english[unit]}s`} old.`,
    share: (target: number) => `At least ${target} of a hundred.`,
    attendance: (target: number, who: string) => `At least ${target} of a hundred, of ${who}.`,
    formal: 'all formal roles',
    ofRole: (role: string) => `the role ${role}`,
    seat: (target: number, role: string) => `At least ${target} in the role ${role}.`,
    wait: 'None is late by the group’s rule.',
    there: (target: number, role: string) =>
      `${target === 1 ? 'One is there' : `At least ${target} are there`}${role === '' ? '' : `, of the role ${role}`}.`,
    ofSeries: (title: string) => `Of “${title}” alone.`,
    grace: (days: number) => `${days === 1 ? 'One day' : `${days} days`} of grace.`,
    role: namesIn({ deputy: 'deputy coordinator', steering: 'steering committee', vendor_guest: 'vendor guest' }),
  },
  {
    de: {
      every: (n, unit) => (n === 1 ? `Einmal ${german[unit].every}.` : `Einmal alle ${n} ${german[unit].many}.`),
      over: (n, unit) => `Gezählt während ${n === 1 ? german[unit].last : `der letzten ${n} ${german[unit].many}`}.`,
      atLeast: (target, n, unit) => `Mindestens ${target} ${n === 1 ? german[unit].in : `in ${n} ${german[unit].dative}`}.`,
      fresh: (n, unit) => `Das Neueste ist höchstens ${n === 1 ? german[unit].one : `${n} ${german[unit].many}`} alt.`,
      share: (target) => `Mindestens ${target} von hundert.`,
      attendance: (target, who) => `Mindestens ${target} von hundert, von ${who}.`,
      formal: 'allen förmlichen Rollen',
      ofRole: (role) => `der Rolle ${role}`,
      seat: (target, role) => `Mindestens ${target} in der Rolle ${role}.`,
      wait: 'Nach der Regel der Gruppe ist nichts verspätet.',
      there: (target, role) =>
        `${target === 1 ? 'Eines ist' : `Mindestens ${target} sind`} vorhanden${role === '' ? '' : `, für die Rolle ${role}`}.`,
      ofSeries: (title) => `Nur „${title}“.`,
      grace: (days) => `${days === 1 ? 'Ein Tag' : `${days} Tage`} Nachfrist.`,
      role: namesIn({
        administrator: 'Verwaltung',
        coordinator: 'Koordination',
        deputy: 'stellvertretende Koordination',
        liaison: 'Verbindung zum Vorstand',
        member: 'Mitglied',
        moderator: 'Moderation',
        referent: 'Ansprechperson',
        steering: 'Vorstand',
        vendor_guest: 'Gast des Herstellers',
      }),
    },
    fr: {
      every: (n, unit) => (n === 1 ? `Une fois ${french[unit].each}.` : `Une fois ${french[unit].all} ${n} ${french[unit].many}.`),
      over: (n, unit) => `Compté sur ${n === 1 ? french[unit].a : `${n} ${french[unit].many}`}.`,
      atLeast: (target, n, unit) => `Au moins ${target} ${n === 1 ? french[unit].by : `en ${n} ${french[unit].many}`}.`,
      fresh: (n, unit) => `Le plus récent a au plus ${n === 1 ? french[unit].a : `${n} ${french[unit].many}`}.`,
      share: (target) => `Au moins ${target} sur cent.`,
      attendance: (target, who) => `Au moins ${target} sur cent, ${who}.`,
      formal: 'de tous les rôles formels',
      ofRole: (role) => `du rôle « ${role} »`,
      seat: (target, role) => `Au moins ${target} dans le rôle « ${role} ».`,
      wait: 'Rien n’est en retard selon la règle du groupe.',
      there: (target, role) => `Il y en a ${target === 1 ? 'un' : `au moins ${target}`}${role === '' ? '' : `, pour le rôle « ${role} »`}.`,
      ofSeries: (title) => `Uniquement « ${title} ».`,
      grace: (days) => `${days === 1 ? 'Un jour' : `${days} jours`} de délai.`,
      role: namesIn({
        administrator: 'administration',
        coordinator: 'coordination',
        deputy: 'coordination adjointe',
        liaison: 'liaison',
        member: 'membre',
        moderator: 'modération',
        referent: 'référent',
        steering: 'comité directeur',
        vendor_guest: 'invité du fournisseur',
      }),
    },
    es: {
      every: (n, unit) => (n === 1 ? `Una vez ${spanish[unit].each}.` : `Una vez cada ${n} ${spanish[unit].many}.`),
      over: (n, unit) => `Contado durante ${n === 1 ? spanish[unit].a : `${n} ${spanish[unit].many}`}.`,
      atLeast: (target, n, unit) => `Al menos ${target} ${n === 1 ? spanish[unit].by : `en ${n} ${spanish[unit].many}`}.`,
      fresh: (n, unit) => `Lo más reciente tiene como máximo ${n === 1 ? spanish[unit].a : `${n} ${spanish[unit].many}`}.`,
      share: (target) => `Al menos ${target} de cada cien.`,
      attendance: (target, who) => `Al menos ${target} de cada cien, ${who}.`,
      formal: 'de todas las funciones formales',
      ofRole: (role) => `de la función «${role}»`,
      seat: (target, role) => `Al menos ${target} en la función «${role}».`,
      wait: 'Nada lleva retraso según la regla del grupo.',
      there: (target, role) =>
        `Consta ${target === 1 ? 'al menos uno' : `al menos ${target}`}${role === '' ? '' : `, para la función «${role}»`}.`,
      ofSeries: (title) => `Solo «${title}».`,
      grace: (days) => `${days === 1 ? 'Un día' : `${days} días`} de plazo.`,
      role: namesIn({
        administrator: 'administración',
        coordinator: 'coordinación',
        deputy: 'coordinación adjunta',
        liaison: 'enlace',
        member: 'miembro',
        moderator: 'moderación',
        referent: 'referente',
        steering: 'comité directivo',
        vendor_guest: 'invitado del proveedor',
      }),
    },
  },
)
