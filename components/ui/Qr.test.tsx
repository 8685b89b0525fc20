import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Qr } from '@/components/ui/Qr'
import { readQr } from '@/lib/testing/qr'

const drawing = (text: string) => renderToStaticMarkup(<Qr text={text} label="QR" />)

describe('Qr', () => {
  it.each([
    `https://qadam.example/ru/request/${'aZ_-'.repeat(12)}`,
    'http://localhost:3000/kk/request/x',
    'https://қадам.example/',
  ])('is read by a camera: %s', (text) => {
    expect(readQr(drawing(text))).toBe(text)
  })

  it('has light modules around it', () => {
    const svg = drawing('https://qadam.example')
    const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
    const runs = [...svg.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.slice(1).map(Number))
    expect(Math.min(...runs.map(([x = 0]) => x))).toBe(4)
    expect(Math.min(...runs.map(([, y = 0]) => y))).toBe(4)
    expect(Math.max(...runs.map(([x = 0, , length = 0]) => x + length))).toBe(size - 4)
    expect(Math.max(...runs.map(([, y = 0]) => y + 1))).toBe(size - 4)
  })

  it('breaks no policy: no style, no script, named for who cannot see it', () => {
    const svg = drawing('https://qadam.example')
    expect(svg).not.toMatch(/style=|<script|<style|href/)
    expect(svg).toContain('role="img" aria-label="QR"')
  })
})
