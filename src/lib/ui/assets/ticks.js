// Ticks of who is there are kept one by one, so that two people can tick at once; what could not be sent is sent with the next one.
class TickBoard extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words'))
    this.waiting = new Map()
    this.querySelector('.row').hidden = true
    this.addEventListener('change', (event) => {
      this.waiting.set(event.target.name, event.target.value)
      this.send()
    })
    this.online = () => this.send()
    addEventListener('online', this.online)
  }

  disconnectedCallback() {
    removeEventListener('online', this.online)
  }

  async send() {
    if (this.waiting.size === 0) return
    const [form, said] = [this.querySelector('form'), this.querySelector('output')]
    const sent = new Map(this.waiting)
    try {
      const options = { method: 'POST', body: new URLSearchParams([...sent]), headers: { accept: 'application/json' }, redirect: 'manual' }
      const answer = await fetch(form.action, options)
      if (!answer.ok) throw new Error(String(answer.status))
      said.textContent = (await answer.json()).said
      for (const [name, value] of sent) if (this.waiting.get(name) === value) this.waiting.delete(name)
    } catch {
      said.textContent = this.words.waiting
    }
  }
}

customElements.define('tick-board', TickBoard)
