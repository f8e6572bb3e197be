// Files that are dropped on a text, or pasted into it, go with its form.
class DropFiles extends HTMLElement {
  connectedCallback() {
    const files = this.querySelector('input[type=file]')
    const take = (event, from) => {
      if (!from?.files.length) return
      event.preventDefault()
      const all = new DataTransfer()
      for (const one of [...files.files, ...from.files]) all.items.add(one)
      files.files = all.files
      files.dispatchEvent(new Event('change', { bubbles: true }))
    }
    this.addEventListener('paste', (event) => take(event, event.clipboardData))
    this.addEventListener('drop', (event) => {
      this.classList.remove('over')
      take(event, event.dataTransfer)
    })
    this.addEventListener('dragover', (event) => {
      if (!event.dataTransfer.types.includes('Files')) return
      event.preventDefault()
      this.classList.add('over')
    })
    this.addEventListener('dragleave', () => this.classList.remove('over'))
  }
}

customElements.define('drop-files', DropFiles)
