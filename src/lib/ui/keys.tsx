import { chromeWords } from './chrome-words.ts'
import type { Reader } from './reader.ts'

/** What single keys do, and the switch that turns them off on this device. `rapport.js` opens it at `?`. */
export function KeysDialog({ reader }: { reader: Reader }) {
  const words = chromeWords(reader.locale).keys
  const keys = [
    ['/', words.search],
    ['j', words.next],
    ['k', words.previous],
    ['Enter', words.open],
    ['y', words.yes],
    ['n', words.no],
    ['l', words.later],
    ['u', words.undo],
    ['?', words.help],
  ]
  return (
    <dialog id="keys" class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{words.title}</h2>
      <dl>
        {keys.map(([key, does]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      {reader.keys === false ? (
        <p class="meta">{words.off}</p>
      ) : (
        <label class="check">
          <input type="checkbox" id="keys-on" checked />
          <span>{words.setting}</span>
        </label>
      )}
      <p class="meta">
        <a href={reader.help?.href ?? '/help'}>{words.toHelp}</a> · <a href="/help/words">{words.words}</a>
      </p>
      <form method="dialog">
        <button type="submit" class="button">
          {words.close}
        </button>
      </form>
    </dialog>
  )
}
