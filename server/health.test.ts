import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openHouse } from '@/lib/testing/house'

const house = openHouse()

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
})

afterEach(() => {
  house.closing = false
  house.readiness = 'ok'
})

const say = async (path: string) => {
  const { status, text, headers } = await house.ask(path)
  expect(headers['cache-control']).toBe('private, no-store')
  return `${status} ${JSON.parse(text).status}`
}

it('is alive and ready while all is well, without asking Next', async () => {
  expect(await say('/api/health/live')).toBe('200 ok')
  expect(await say('/api/health/ready')).toBe('200 ok')
  expect(await say('/api/health')).toBe('200 ok')
  expect(house.asked).toHaveLength(0)
})

it.each(['database away', 'migrations missing'] as const)(
  'with the %s it is alive, and not ready',
  async (readiness) => {
    house.readiness = readiness
    expect(await say('/api/health/ready')).toBe(`503 ${readiness}`)
    expect(await say('/api/health')).toBe(`503 ${readiness}`)
    expect(await say('/api/health/live')).toBe('200 ok')
  },
)

it('told to stop it is alive, not ready, and still answers pages', async () => {
  house.closing = true
  expect(await say('/api/health/ready')).toBe('503 stopping')
  expect(await say('/api/health/live')).toBe('200 ok')
  expect((await house.ask('/ru')).status).toBe(200)
})
