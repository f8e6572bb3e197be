/** What a short answer to a letter says. */
export type Said = 'yes' | 'vendor' | 'no' | 'withdraw' | 'stay'

const words: Record<Said, string[]> = {
  yes: [
    'yes',
    'ok',
    'okay',
    'agreed',
    'ja',
    'gerne',
    'oui',
    'd accord',
    'si',
    'claro',
    'public',
    'everybody',
    'everyone',
    'alle',
    'todos',
    'todo el mundo',
    'tous',
    'tout le monde',
  ],
  vendor: [
    'vendor',
    'only the vendor',
    'vendor only',
    'the vendor',
    'hersteller',
    'nur der hersteller',
    'der hersteller',
    'editeur',
    'l editeur',
    'fournisseur',
    'le fournisseur',
    'le fournisseur seul',
    'proveedor',
    'solo el proveedor',
  ],
  no: ['no', 'nein', 'non', 'nobody', 'no one', 'niemand', 'personne', 'nadie'],
  withdraw: ['withdraw', 'withdrawn', 'take it back', 'zuruckziehen', 'zuruck', 'retirer', 'retirar', 'retiralo'],
  stay: ['stay', 'stays', 'let it stay', 'bleibt', 'bleiben', 'reste', 'rester', 'queda', 'se queda', 'quedar'],
}

/**
 * Reads the first line of what somebody says themselves in an answer.
 * @returns undefined for anything that is more than one of the agreed words: then it is a text, not a word
 */
export function readSaid(visible: string): Said | undefined {
  const [first = ''] = visible.trim().split('\n')
  const plain = first
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
  return (Object.entries(words) as [Said, string[]][]).find(([, known]) => known.includes(plain))?.[0]
}
