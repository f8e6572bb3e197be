export {}

// Letters that tests write, and no domain.
declare module '../src/outbox/rules.ts' {
  interface Letters {
    test: 'own'
    'test.said': 'own'
    'test.plain': 'own'
  }
}
