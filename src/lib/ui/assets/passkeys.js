// Passkeys: the browser offers them to scripts alone. Where it has none, what they would do stays hidden, and the mail remains.
const { startAuthentication, startRegistration, browserSupportsWebAuthn } = window.SimpleWebAuthnBrowser ?? {}

async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

const acts = {
  async use(part) {
    const { flow, options } = await post('/sign-in/passkey/options', {})
    const response = await startAuthentication({ optionsJSON: options })
    const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone
    return post('/sign-in/passkey', { flow, response, next: part.dataset.next, browserZone })
  },
  async make(part) {
    const name = part.querySelector('input').value
    const { flow, options } = await post('/me/passkeys/options', {})
    const response = await startRegistration({ optionsJSON: options })
    return post('/me/passkeys', { flow, response, name })
  },
}

if (browserSupportsWebAuthn?.())
  for (const part of document.querySelectorAll('[data-passkey]')) {
    const button = part.querySelector('button')
    const problem = part.querySelector('[role=alert]')
    part.hidden = false
    button.addEventListener('click', async () => {
      button.disabled = true
      problem.hidden = true
      try {
        const { next } = await acts[part.dataset.passkey](part)
        location.assign(next)
        // A place on this very page is gone to without asking for the page again.
        if (new URL(next, location.href).pathname === location.pathname) location.reload()
      } catch {
        problem.hidden = false
        button.disabled = false
        // A button that is off holds no focus.
        button.focus()
      }
    })
  }
