import { fontFamilies } from './fonts'

const fonts = `(${fontFamilies.map((family) => `"${family}"`).join(', ')})`

/**
 * The page, in Typst. Nothing of the workshop is in here: the document comes as data from `/document.json`, and every
 * text of it goes through `text(string)`, which knows no markup.
 */
export const template = `
#let data = json("/document.json")
#let ink = rgb("#16211f")
#let soft = rgb("#47544f")
#let spruce = rgb("#0e5a52")
#let line-colour = rgb("#b9c2bc")

#set document(title: data.title.text, date: datetime(year: data.day.at(0), month: data.day.at(1), day: data.day.at(2)))
#set text(lang: data.language, font: ${fonts}, size: 10.5pt, fill: ink, hyphenate: false)
#set par(leading: 0.72em, spacing: 0.95em)
#set list(indent: 0.4em, body-indent: 0.6em, spacing: 0.75em)
#set enum(indent: 0.4em, body-indent: 0.6em, spacing: 0.75em)
#set page(
  paper: "a4",
  margin: (top: 28mm, bottom: 24mm, x: 24mm),
  header: {
    set text(8pt, fill: soft)
    grid(columns: (1fr, auto), gutter: 1em, text(dir: if data.title.dir == "rtl" { rtl } else { ltr }, data.title.text), text(data.date))
  },
  footer: context {
    set text(8pt, fill: soft)
    align(end, text("Page " + str(counter(page).get().first()) + " of " + str(counter(page).final().first())))
  },
)

#let way(item) = if item.dir == "rtl" { rtl } else { ltr }
#let directed(item, body) = { set text(dir: way(item)); body }
#let lines(words) = words.split("\\n").map(line => text(line)).join(linebreak())

#let run(item) = {
  let body = lines(item.t)
  if item.c { body = highlight(fill: rgb("#eaece6"), body) }
  if item.s { body = strike(body) }
  if item.i { body = emph(body) }
  if item.b { body = strong(body) }
  body
}
#let runs(list) = list.map(run).join()

#show title: set text(22pt)
#show title: set par(leading: 0.5em)
#show title: set block(below: 0.9em)
#show heading: set block(above: 1.5em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(15pt, fill: spruce)
#show heading.where(level: 1): set block(above: 2.1em, below: 0.8em, sticky: true)
#show heading.where(level: 2): set text(12.5pt)
#show heading.where(level: 3): set text(11pt)
#show raw: set text(font: ${fonts}, size: 9.5pt)
#show raw.where(block: true): block.with(fill: rgb("#f4f5f1"), inset: 8pt, width: 100%)
#show quote.where(block: true): it => block(stroke: (left: 2pt + line-colour), inset: (left: 10pt, y: 2pt), it)
#show list: set block(above: 1em, below: 1em)
#show enum: set block(above: 1em, below: 1em)
#show outline.entry: set block(above: 0.7em)

#let meta(body) = block(text(8.5pt, fill: soft, body))

// Blocks call one another, so each is handed the way to set what stands inside it.
#let table-of(item, inner) = {
  let cell(it) = table.cell(breakable: false, align: if item.wide and it.upright { center } else { start }, directed(it, runs(it.runs)))
  let head-cell(it) = {
    let words = text(weight: "bold", runs(it.runs))
    if item.wide and it.upright { table.cell(align: bottom + center, rotate(-90deg, reflow: true, box(width: 34mm, align(left, words)))) } else { table.cell(align: bottom + start, directed(it, words)) }
  }
  set text(if item.wide { 8pt } else { 9pt })
  set par(leading: 0.6em)
  let body = table(
    columns: item.weights.map(w => w * 1fr),
    stroke: (x, y) => (bottom: 0.5pt + line-colour),
    fill: (x, y) => if y == 0 and item.head != none { rgb("#e4efec") },
    inset: (x: 5pt, y: if item.toSign { 14pt } else { 5pt }),
    ..if item.head == none { () } else { (table.header(..item.head.map(head-cell)),) },
    ..item.rows.flatten().map(cell),
  )
  if item.caption != none { block(sticky: true, below: 0.5em, directed(item.caption, text(8.5pt, fill: soft, item.caption.text))) }
  body
}

#let set-block(item) = {
  let inner = list => list.map(set-block).join()
  let listed = it => {
    let box-of = if it.checked == none { none } else if it.checked { text("[x] ") } else { text("[  ] ") }
    let first = it.blocks.at(0, default: none)
    if first != none and first.type == "paragraph" { directed(first, [#box-of#runs(first.runs)]); inner(it.blocks.slice(1)) } else { box-of; inner(it.blocks) }
  }
  directed(item, {
    if item.type == "heading" { heading(level: item.level, runs(item.runs)) }
    else if item.type == "paragraph" { par(runs(item.runs)) }
    else if item.type == "statement" { set text(13pt); set par(leading: 0.68em); par(runs(item.runs)) }
    else if item.type == "meta" { meta(runs(item.runs)) }
    else if item.type == "list" { list(..if item.tasks { (marker: []) }, ..item.items.map(listed)) }
    else if item.type == "enum" { enum(start: item.start, ..item.items.map(listed)) }
    else if item.type == "quote" { quote(block: true, inner(item.blocks)) }
    else if item.type == "code" { raw(item.text, block: true) }
    else if item.type == "rule" { line(length: 100%, stroke: 0.5pt + line-colour) }
    else if item.type == "table" { if item.wide { page(flipped: true, table-of(item, inner)) } else { table-of(item, inner) } }
  })
}

#directed(data.title, title())
#if data.question != none { block(directed(data.question, text(12pt, fill: soft, style: "italic", data.question.text))) }
#meta(text(data.date))
#if data.unset != none { block(fill: rgb("#fdf0cf"), inset: 8pt, width: 100%, text(9pt, data.unset)) }
#if data.sections.len() > 1 { outline(depth: 1, title: none) }

#for section in data.sections {
  directed(section.title, heading(level: 1, text(section.title.text)))
  for item in section.blocks { set-block(item) }
}
`
