// A ballot is counted again in this browser: the bundle comes from the page or from a file that one has, a worker counts it, and says where
// it differs from what the page and the bundle say. The page brings its words; what they are said with stands in them as %name.
const say = (words, facts = {}) => words.replace(/%(\w+)/g, (all, name) => (Object.hasOwn(facts, name) ? String(facts[name]) : all))

class BallotRecount extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words'))
    this.published = JSON.parse(this.getAttribute('published'))
    this.piece('ways').hidden = false
    this.piece('count').addEventListener('click', () => this.load())
    this.piece('stop').addEventListener('click', () => this.end(this.words.stopped))
    this.piece('file').addEventListener('change', (event) => {
      const [file] = event.target.files
      if (file) this.begin(() => file.arrayBuffer())
    })
    this.piece('find').addEventListener('submit', (event) => {
      // Until this browser has counted, the page of all votes answers.
      if (!this.counted) return
      event.preventDefault()
      this.worker?.postMessage({ receipt: new FormData(event.target).get('receipt') ?? '' })
    })
  }

  piece(name) {
    return this.querySelector(`[data-part="${name}"]`)
  }

  disconnectedCallback() {
    this.worker?.terminate()
  }

  load() {
    this.begin(async () => {
      const answer = await fetch(this.getAttribute('bundle'))
      if (!answer.ok) throw new Error(String(answer.status))
      return answer.arrayBuffer()
    })
  }

  async begin(read) {
    this.worker?.terminate()
    clearTimeout(this.timer)
    this.list([])
    this.counted = 0
    this.piece('found').textContent = ''
    this.busy(true)
    this.state('', this.words.reading)
    const turn = this.nextTurn()
    try {
      const bundle = await read()
      if (turn !== this.turn) return
      this.worker = new Worker(this.getAttribute('worker'))
      this.worker.addEventListener('message', ({ data }) => this.hear(data))
      this.worker.addEventListener('error', () => this.end(this.words.failed))
      this.worker.postMessage({ bundle, published: this.published }, [bundle])
      // What takes longer than this is for the command line; the page stays at hand meanwhile.
      this.timer = setTimeout(() => this.end(this.words.tooLong), 120_000)
    } catch {
      if (turn === this.turn) this.end(this.words.notLoaded)
    }
  }

  hear({ stage, votes, result, receipt, vote }) {
    if (stage) this.state('', say(this.words[stage], { votes: this.number(votes) }))
    if (result) this.show(result)
    if (receipt !== undefined) this.piece('found').textContent = vote ? this.foundOf(vote) : this.words.unknown
  }

  show({ differences, votes, rounds, winners }) {
    clearTimeout(this.timer)
    this.busy(false)
    const facts = { votes: this.number(votes), rounds: this.number(rounds), chosen: this.number(winners.length) }
    if (differences.length === 0) this.state('good', say(this.words.matchText, facts), this.words.match)
    else this.state('late', this.words.differsText, this.words.differs)
    this.list(differences.map((one) => say(this.words.kinds[one.kind], { ...one, file: one.file || this.words.thisPage })))
    this.counted = votes
  }

  foundOf(vote) {
    return say(this.counted === 1 ? this.words.foundOnly : this.words.found, {
      vote: this.voteOf(vote),
      votes: this.number(this.counted),
    })
  }

  /** What was begun before is not heard any more. */
  nextTurn() {
    this.turn = (this.turn ?? 0) + 1
    return this.turn
  }

  list(texts) {
    const list = this.piece('differences')
    list.replaceChildren(...texts.map((textContent) => Object.assign(document.createElement('li'), { textContent })))
    list.hidden = texts.length === 0
  }

  /** Ends what runs, and says why. */
  end(words) {
    clearTimeout(this.timer)
    this.nextTurn()
    this.worker?.terminate()
    this.worker = undefined
    this.counted = 0
    this.busy(false)
    this.state('wait', words)
  }

  voteOf(vote) {
    const { form } = this.published
    if (vote.length === 0) return form === 'yes_no' ? this.words.abstain : this.words.blank
    if (form === 'yes_no') return vote[0].value > 0 ? this.words.yes : this.words.no
    // By their places: the numbers of the options would be taken for them.
    if (form === 'ranks') return vote.map(({ option }, at) => `${at + 1}. ${option.replace(/^\S+\. /, '')}`).join('; ')
    return vote.map(({ option, value }) => `${option}: ${this.number(value)}`).join('; ')
  }

  busy(on) {
    const [begin, stop] = [this.piece('count'), this.piece('stop')]
    // What is off or away holds no focus: it goes to the button that does the opposite.
    const held = [begin, stop].includes(document.activeElement)
    this.piece('progress').hidden = !on
    stop.hidden = !on
    begin.disabled = on
    this.setAttribute('aria-busy', String(on))
    if (held) (on ? stop : begin).focus()
  }

  state(mood, words, verdict) {
    const said = this.piece('said')
    said.className = mood ? `note ${mood}` : 'meta'
    said.textContent = verdict ? ` ${words}` : words
    if (verdict) said.prepend(Object.assign(document.createElement('b'), { textContent: `${verdict}.` }))
  }

  number(value) {
    return value.toLocaleString(document.documentElement.lang)
  }
}

customElements.define('ballot-recount', BallotRecount)
