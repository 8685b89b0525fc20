// Loaded before a site (NODE_OPTIONS=--import): its clock stands DRILL_CLOCK_MS beside the true one.
const moved = Number(process.env.DRILL_CLOCK_MS)
const TrueDate = Date

globalThis.Date = class extends TrueDate {
  constructor(...given) {
    super(...(given.length > 0 ? given : [TrueDate.now() + moved]))
  }
  static now() {
    return TrueDate.now() + moved
  }
  // Next wraps this class once more, and takes only what is its own.
  static parse = TrueDate.parse
  static UTC = TrueDate.UTC
}
