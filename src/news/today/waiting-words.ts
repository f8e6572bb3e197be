import { type Locale, plural } from '../../lib/ui/format.ts'
import { waiting } from '../../lib/ui/waits.ts'

const since =
  (locale: Locale, words: { one: string; other: string }) =>
  (group: string, days: number): string =>
    days === 0 ? group : `${group} · ${plural(locale, days, words)}`

/** Whose issue is due, and for how long. */
const dueFor = {
  en: since('en', { one: 'since yesterday', other: 'for # days' }),
  de: since('de', { one: 'seit gestern', other: 'seit # Tagen' }),
  fr: since('fr', { one: 'depuis hier', other: 'depuis # jours' }),
  es: since('es', { one: 'desde ayer', other: 'desde hace # días' }),
}

/** What may wait of news and the newsletter. */
export const newsWaiting = waiting(
  {
    trouble: (title: string) => ({ title: `It did not go out: ${title}`, meta: 'The page says why.', button: 'Look' }),
    ready: (title: string) => ({ title: `Ready to go out: ${title}`, meta: 'You let it out.', button: 'Look and publish' }),
    due: (group: string, days: number) => ({
      title: 'The next issue of the newsletter is due',
      meta: dueFor.en(group, days),
      button: 'Begin it',
    }),
    dueBegun: (group: string, days: number) => ({
      title: 'The next issue of the newsletter is due',
      meta: dueFor.en(group, days),
      button: 'Go on with it',
    }),
    failed: (count: number) => ({
      title: plural('en', count, { one: 'A contribution did not arrive', other: '# contributions did not arrive' }),
      meta: 'The editor has not had it.',
      button: 'Look',
    }),
    imported: () => ({
      title: 'An import from WordPress waits to be confirmed',
      meta: 'Until then it can be undone.',
      button: 'Look',
    }),
  },
  {
    de: {
      trouble: (title) => ({ title: `Nicht erschienen: ${title}`, meta: 'Die Seite sagt, warum.', button: 'Ansehen' }),
      ready: (title) => ({
        title: `Bereit zum Erscheinen: ${title}`,
        meta: 'Sie geben es frei.',
        button: 'Ansehen und veröffentlichen',
      }),
      due: (group, days) => ({
        title: 'Die nächste Ausgabe des Newsletters ist fällig',
        meta: dueFor.de(group, days),
        button: 'Beginnen',
      }),
      dueBegun: (group, days) => ({
        title: 'Die nächste Ausgabe des Newsletters ist fällig',
        meta: dueFor.de(group, days),
        button: 'Weiterschreiben',
      }),
      failed: (count) => ({
        title: plural('de', count, { one: 'Ein Beitrag ist nicht angekommen', other: '# Beiträge sind nicht angekommen' }),
        meta: 'Die Redaktion hat ihn nicht erhalten.',
        button: 'Ansehen',
      }),
      imported: () => ({
        title: 'Eine Übernahme aus WordPress wartet auf Bestätigung',
        meta: 'Bis dahin lässt sie sich rückgängig machen.',
        button: 'Ansehen',
      }),
    },
    fr: {
      trouble: (title) => ({ title: `Non paru : ${title}`, meta: 'La page dit pourquoi.', button: 'Regarder' }),
      ready: (title) => ({ title: `Prêt à paraître : ${title}`, meta: 'C’est à vous de le publier.', button: 'Regarder et publier' }),
      due: (group, days) => ({
        title: 'Le prochain numéro de la lettre est attendu',
        meta: dueFor.fr(group, days),
        button: 'Le commencer',
      }),
      dueBegun: (group, days) => ({
        title: 'Le prochain numéro de la lettre est attendu',
        meta: dueFor.fr(group, days),
        button: 'Le continuer',
      }),
      failed: (count) => ({
        title: plural('fr', count, { one: 'Une contribution n’est pas arrivée', other: '# contributions ne sont pas arrivées' }),
        meta: 'La rédaction ne l’a pas reçue.',
        button: 'Regarder',
      }),
      imported: () => ({
        title: 'Une reprise depuis WordPress attend d’être confirmée',
        meta: 'Jusque-là, elle peut être annulée.',
        button: 'Regarder',
      }),
    },
    es: {
      trouble: (title) => ({ title: `No se publicó: ${title}`, meta: 'La página dice por qué.', button: 'Ver' }),
      ready: (title) => ({ title: `Lista para publicarse: ${title}`, meta: 'Usted la publica.', button: 'Ver y publicar' }),
      due: (group, days) => ({
        title: 'Toca el próximo número del boletín',
        meta: dueFor.es(group, days),
        button: 'Empezarlo',
      }),
      dueBegun: (group, days) => ({
        title: 'Toca el próximo número del boletín',
        meta: dueFor.es(group, days),
        button: 'Seguir con él',
      }),
      failed: (count) => ({
        title: plural('es', count, { one: 'Una contribución no llegó', other: '# contribuciones no llegaron' }),
        meta: 'La redacción no la ha recibido.',
        button: 'Ver',
      }),
      imported: () => ({
        title: 'Una importación de WordPress espera confirmación',
        meta: 'Hasta entonces puede deshacerse.',
        button: 'Ver',
      }),
    },
  },
)
