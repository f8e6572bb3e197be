// Notifications of what is due: the browser gives an address for them, which the form brings to us. Where it gives none, the sentence stays that says so.
const form = document.querySelector('[data-push]')

async function subscribe() {
  const registration = await navigator.serviceWorker.register(form.dataset.worker, { updateViaCache: 'none' })
  // It rules no page, so that no page says when it is ready.
  const worker = registration.installing ?? registration.waiting
  if (!registration.active) await new Promise((go) => worker.addEventListener('statechange', () => worker.state === 'activated' && go()))
  const options = { userVisibleOnly: true, applicationServerKey: form.dataset.push }
  try {
    return await registration.pushManager.subscribe(options)
  } catch (error) {
    // It knows this site by a key of before.
    const before = await registration.pushManager.getSubscription()
    if (!before) throw error
    await before.unsubscribe()
    return registration.pushManager.subscribe(options)
  }
}

if (form && 'serviceWorker' in navigator && 'PushManager' in window) {
  const button = form.querySelector('button')
  // Who has not allowed it can; whom the browser's service for notifications did not take cannot help it.
  const say = (problem) => {
    for (const one of form.querySelectorAll('[role=alert]')) one.hidden = one.dataset.when !== problem
  }
  form.hidden = false
  document.querySelector('[data-push-none]').hidden = true
  button.addEventListener('click', async () => {
    button.disabled = true
    say()
    try {
      const { endpoint, keys } = (await subscribe()).toJSON()
      for (const [name, value] of Object.entries({ endpoint, ...keys })) if (form.elements[name]) form.elements[name].value = value
      form.submit()
    } catch {
      say(Notification.permission === 'granted' ? 'failed' : 'denied')
      button.disabled = false
      // A button that is off holds no focus.
      button.focus()
    }
  })
}
