import { readFileSync } from 'node:fs'
import type { Entry } from '../../src/lib/similar/similar.ts'

/** What a group's own list of synonyms may hold. */
const synonyms = [
  ['rollover', 'roll over', 'Semesterwechsel', 'reconduction'],
  ['reading list', 'Literaturliste', 'liste de lecture'],
  ['section', 'Abschnitt', 'sección'],
  ['edition', 'Ausgabe', 'Auflage', 'édition'],
  ['duplicate', 'copy', 'Kopie', 'Kopieren', 'copied', 'duplicating', 'duplicated'],
  ['notes', 'Notizen'],
  ['keyboard', 'clavier', 'Tastatur'],
  ['reorder', 'réordonner'],
  ['permission', 'permiso', 'licence', 'Genehmigung'],
  ['expires', 'expired', 'runs out', 'run out', 'caduque', 'caducó', 'caducado'],
  ['warning', 'warn', 'aviso', 'advertencia'],
  ['instructor', 'instructors', 'lecturer', 'Lehrende', 'professors', 'profesores'],
  ['declined', 'declines', 'abgelehnt', 'Ablehnung'],
  ['reason', 'Grund'],
  ['deleted', 'gelöscht', 'gelöschte'],
  ['recycle bin', 'Papierkorb'],
  ['notification', 'notifications', 'notice', 'notices', 'Benachrichtigungen'],
  ['switch off', 'turn off', 'abschalten'],
  ['blank page', 'empty page', 'page blanche'],
  ['launch', 'launching', 'lancement'],
  ['by hand', 'von Hand', 'a mano'],
  ['syllabus', 'programa'],
  ['article', 'articles', 'Zeitschriftenartikel', 'artículos'],
  ['link', 'links', 'liens'],
  ['library', 'Bibliothek'],
]

/** The project's own set: posts to a list in four languages, and which of them are about one need. */
export function readGold(): { posts: Entry[]; likes: Map<number, number[]>; synonyms: string[][]; groups: number } {
  const text = readFileSync(new URL('./posts.txt', import.meta.url), 'utf8').replaceAll(/^#.*\n/gm, '')
  const groups = text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').filter((line) => line.includes(' | ')))
  const posts: Entry[] = []
  const likes = new Map<number, number[]>()
  for (const lines of groups) {
    const ids = lines.map((line) => {
      const [title = '', body = ''] = line.split(' | ')
      posts.push({ id: posts.length + 1, title, text: body.replaceAll('\\n', '\n'), mail: true })
      return posts.length
    })
    for (const id of ids)
      likes.set(
        id,
        ids.filter((other) => other !== id),
      )
  }
  return { posts, likes, synonyms, groups: groups.length }
}
