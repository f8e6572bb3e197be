import type { ArchiveFacts } from './sign.ts'

/** What an archive says of itself to whoever finds it. */
export const readme = ({ address, createdAt, audience, pages, downloads }: ArchiveFacts): string =>
  `${address} as of ${createdAt}, as ${audience === 'public' ? 'everybody' : `the audience ${audience}`} could read it: ${pages} pages, ${downloads} files to take away.

Open index.html in a browser. No server is needed; any web server can offer the folder as it is.

index.html, */*.html   pages; page.html shows those that lie in packs, search.html searches
pages/, search/        packs: threads of lists, the roster as of each of its changes, the index of words
files/                 attachments, documents, ballots and their bundles, pictures
assets/                style, fonts and scripts
addresses.txt          which address of the site became which file, for a server that leads old links on
manifest.json          the size and SHA-256 of each file, and links of the journal's chain
manifest.sig           its Ed25519 signature
verify-archive.py      python3 verify-archive.py FOLDER says what is whole; --unpack OUT writes what lies in packs as plain HTML

A pack is a script in UTF-16 that calls archive.pack(NAME, LENGTH, "TEXT"): each character of TEXT less 0x3000 is fifteen bits, the highest
first; the first LENGTH bytes of them are a text in UTF-8, compressed (raw deflate, RFC 1951). pages/N.js holds a page of JSON a line (title,
lang, dir, main) and page.html?N.L shows line L of it. search/words-N.js holds a word a line with the numbers of its pages in base 36, each as
the step from the one before; search/docs-N.js holds title, file, day and beginning of each page.

Not in it: forms, what is read after signing in${audience === 'public' ? '' : ' by others than this audience'}, help for the program, feeds, and HTML parts of mails (their text is).
`
