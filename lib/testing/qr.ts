import decodeQR from 'qr/decode.js'

/** Pixels of a module, as a camera might see it. */
const SCALE = 6

/** What a camera reads in a drawing of `components/ui/Qr.tsx`. Throws when it reads nothing. */
export function readQr(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const width = size * SCALE
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const start = (Number(y) * SCALE + row) * width + Number(x) * SCALE
      for (let pixel = start; pixel < start + Number(length) * SCALE; pixel += 1) {
        data.fill(0, pixel * 4, pixel * 4 + 3)
      }
    }
  }
  return decodeQR({ width, height: width, data })
}
