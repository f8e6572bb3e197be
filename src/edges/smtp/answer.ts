/** What the server says no with: the code, and a sentence that begins with the enhanced code (RFC 3463). */
export class Answer extends Error {
  readonly responseCode: number

  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}
