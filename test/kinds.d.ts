export {}

// Letters that tests write, and no domain.
declare module '../src/signed.ts' {
  interface Letters {
    test: 'own'
    'test.said': 'own'
    'test.plain': 'own'
  }
}
