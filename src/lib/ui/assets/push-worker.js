// Shows what this site tells, and opens its page. It keeps nothing and answers no request.
self.addEventListener('push', (event) => {
  const { title, navigate, ...shown } = event.data.json().notification
  event.waitUntil(self.registration.showNotification(title, { ...shown, data: navigate }))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const url = new URL(event.notification.data, self.location.origin)
  if (url.origin === self.location.origin) event.waitUntil(self.clients.openWindow(url.href))
})
