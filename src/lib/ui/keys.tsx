import { chromeWords } from './chrome-words.ts'
import { memberWordNow } from './member-word.ts'
import { once } from './once.ts'
import type { Reader } from './reader.ts'

/** What single keys do, those of Today for whom there is one, and the switch that turns them off on this device. `rapport.js` opens it at `?`. */
export const KeysDialog = ({ reader, today }: { reader: Reader; today: boolean }) =>
  once(memberWordNow(), `keys ${reader.keys} ${reader.help?.href} ${today}`, () => <Dialog reader={reader} today={today} />)

function Dialog({ reader, today }: { reader: Reader; today: boolean }) {
  const words = chromeWords(reader.locale).keys
  const decisions = [
    ['y', words.yes],
    ['n', words.no],
    ['l', words.later],
    ['u', words.undo],
  ]
  const keys = [
    ['/', words.search],
    ['j', words.next],
    ['k', words.previous],
    ['Enter', words.open],
    ...(today ? decisions : []),
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
