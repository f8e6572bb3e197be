/**
 * The look of printed documents, in Typst (its reference: typst.app/docs). It reads the document as JSON from its inputs: words of people
 * are data for it, never markup.
 */
export const template = `
#let doc = json(bytes(sys.inputs.document))
#let accent = rgb("#1f5f5b")
#let quiet = rgb("#5b6462")
#let line-colour = rgb("#d5dbd9")

#set document(title: doc.title, author: doc.author, date: datetime(year: doc.date.at(0), month: doc.date.at(1), day: doc.date.at(2)))
#set page(
  paper: "a4",
  margin: (x: 24mm, top: 24mm, bottom: 26mm),
  footer: context [
    #set text(size: 8.5pt, fill: quiet)
    #doc.footer #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), size: 10.5pt, lang: doc.language, hyphenate: true)
#set par(leading: 0.68em, spacing: 1em, justify: false)
#set heading(numbering: none)
#show heading: it => {
  set text(weight: "semibold", fill: if it.level == 1 { accent } else { black })
  set text(size: if it.level == 1 { 15pt } else if it.level == 2 { 12.5pt } else { 11pt })
  set par(leading: 0.5em)
  block(above: if it.level == 1 { 1.8em } else { 1.4em }, below: 0.8em, sticky: true, it.body)
}
#show link: it => text(fill: accent, it)

#let run(r) = {
  let body = text(r.text)
  if r.at("code", default: false) { body = raw(r.text) }
  if r.at("emphasis", default: false) { body = emph(body) }
  if r.at("strong", default: false) { body = strong(body) }
  if "href" in r { body = link(r.href, body) }
  body
}
#let words(runs) = runs.map(run).join()

#let caption-of(b) = if "caption" in b { text(size: 9pt, fill: quiet, b.caption) } else { none }

#let table-of(b) = {
  let columns = b.columns.map(c => if c.width == "narrow" { auto } else { c.width * 1fr })
  let aligns = b.columns.map(c => if c.align == "end" { right } else { left })
  figure(
    caption: caption-of(b),
    kind: table,
    supplement: none,
    numbering: none,
    {
      set text(size: 9.5pt, hyphenate: false)
      set par(leading: 0.55em)
      table(
        columns: columns,
        align: (x, y) => aligns.at(x),
        stroke: (x, y) => (bottom: if y == 0 { 0.8pt + quiet } else { 0.4pt + line-colour }),
        inset: (x: 5pt, y: 4.5pt),
        table.header(..b.columns.map(c => text(weight: "semibold", c.title))),
        ..b.rows.map(row => row.map(words)).flatten(),
      )
    },
  )
}
#show figure: set align(left)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)

#let render(b) = {
  if b.kind == "heading" { heading(level: b.level, b.text) }
  else if b.kind == "text" { par(words(b.words)) }
  else if b.kind == "note" { par(text(size: 9pt, fill: quiet, words(b.words))) }
  else if b.kind == "quote" {
    quote(block: true, attribution: if "source" in b { text(size: 9pt, fill: quiet, b.source) } else { none }, words(b.words))
  }
  else if b.kind == "list" {
    if b.ordered { enum(..b.items.map(item => item.map(render).join())) }
    else { list(..b.items.map(item => item.map(render).join())) }
  }
  else if b.kind == "table" { table-of(b) }
  else if b.kind == "facts" {
    terms(tight: false, separator: h(0.8em), ..b.facts.map(f => terms.item(f.at(0), words(f.at(1)))))
  }
  else if b.kind == "figure" {
    figure(caption: caption-of(b), kind: image, supplement: none, numbering: none, image(bytes(b.svg), format: "svg", alt: b.alt, width: b.width * 100%))
  }
  else if b.kind == "code" { block(fill: rgb("#f3f5f4"), inset: 8pt, radius: 3pt, width: 100%, raw(b.text, block: true)) }
  else if b.kind == "rule" { line(length: 100%, stroke: 0.4pt + line-colour) }
  else if b.kind == "page-break" { pagebreak(weak: true) }
}
#show quote.where(block: true): it => block(
  inset: (left: 10pt, y: 2pt),
  stroke: (left: 2pt + accent),
  { emph(it.body); if it.attribution != none { linebreak(); it.attribution } },
)

#block(below: 1.4em, {
  set par(leading: 0.4em)
  show title: set text(size: 22pt, weight: "semibold")
  title()
  if "subtitle" in doc { block(above: 0.9em, text(size: 12pt, fill: quiet, doc.subtitle)) }
})
#if doc.contents > 0 { outline(depth: doc.contents, title: none); v(1em) }
#for b in doc.blocks { render(b) }
`
