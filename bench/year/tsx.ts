import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.ReactJSX, jsxImportSource: '#jsx' }

// Node strips types but does not read JSX. This turns pages into plain modules as they are loaded, so that the benchmark measures src/ as
// it is.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('#jsx/')
      ? next(new URL('../../src/lib/ui/jsx-runtime.ts', import.meta.url).href, context)
      : next(specifier, context),
  load(url, context, next) {
    if (!url.endsWith('.tsx')) return next(url, context)
    const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
      compilerOptions: { ...options, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: false },
    })
    return { format: 'module', shortCircuit: true, source: outputText }
  },
})
