/**
 * The keystroke-level model (Card, Moran, Newell 1980), in seconds: a key of somebody who types 55 words a minute, pointing at something, a press
 * of the button, a hand that changes between keys and mouse, and making up one's mind. A page or mail is there after `answer`.
 */
export const operators = { key: 0.2, point: 1.1, button: 0.2, home: 0.4, mental: 1.35, answer: 0.5 }

/** Words a minute that somebody reads who must understand them. */
export const reading = 240

/** What somebody reads of a page they work on, and of one that only tells them that it is done: the first screen, and its heading. */
export const screens = { work: 150, glance: 15 }
/** What is read of a letter that only tells something: its beginning. */
export const skimmed = 60

export const countWords = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.@-]*/gu)?.length ?? 0

/** What somebody did and got in a week. */
export interface Week {
  /** By their kind. */
  letters: Record<string, number>
  posts: number
  answered: number
  pages: number
  clicks: number
  keys: number
  seconds: number
  /** What they decided, wrote or did; and how much of it with an answer to a letter. */
  acts: number
  actsByMail: number
  /** Acts that no answer to a letter did, by what they were done on. */
  onPages: Record<string, number>
  /** Seconds by what they were spent on. */
  spent: Record<string, number>
}

export const emptyWeek = (): Week => ({
  letters: {},
  posts: 0,
  answered: 0,
  pages: 0,
  clicks: 0,
  keys: 0,
  seconds: 0,
  acts: 0,
  actsByMail: 0,
  onPages: {},
  spent: {},
})

/** Counts what the hands, eyes and mind of one person do, week by week. */
export class Effort {
  readonly weeks: Week[] = []
  week: Week = emptyWeek()
  /** What the seconds are spent on. */
  doing = ''

  begin(): void {
    this.week = emptyWeek()
    this.weeks.push(this.week)
  }

  #spend(seconds: number): void {
    this.week.seconds += seconds
    this.week.spent[this.doing] = (this.week.spent[this.doing] ?? 0) + seconds
  }

  think(): void {
    this.#spend(operators.mental)
  }

  click(): void {
    this.week.clicks += 1
    this.#spend(operators.point + operators.button)
  }

  /** Hands to the keys, the text, and back. */
  type(text: string): void {
    this.week.keys += text.length
    this.#spend(2 * operators.home + text.length * operators.key)
  }

  read(text: string, most = Number.POSITIVE_INFINITY): void {
    this.#spend((Math.min(countWords(text), most) / reading) * 60)
  }

  wait(): void {
    this.#spend(operators.answer)
  }

  act(byMail: boolean): void {
    this.week.acts += 1
    if (byMail) this.week.actsByMail += 1
    else this.week.onPages[this.doing] = (this.week.onPages[this.doing] ?? 0) + 1
  }
}
