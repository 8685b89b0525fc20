import { describe, expect, it } from 'vitest'
import { read } from '@/lib/testing/sources'
import { BODY_LIMIT_BYTES } from '@/server/doorman'

const config = read('deploy/nginx.conf').text.replace(/^\s*#.*$/gm, '')
/** The values that a directive has, wherever it stands. */
const valuesOf = (directive: string) =>
  [...config.matchAll(new RegExp(`^\\s*${directive}\\s+([^;]+);`, 'gm'))].map(([, value]) => value)

describe('the shipped nginx configuration', () => {
  it('keeps what Qadam lets it keep, and decides by no path', () => {
    expect([...config.matchAll(/location\s+([^{]+)\{/g)].map(([, path]) => path?.trim())).toEqual([
      '/',
    ])
    expect(valuesOf('proxy_ignore_headers')).toEqual(['Vary'])
    for (const forced of ['proxy_cache_valid', 'proxy_cache_use_stale', 'proxy_cache_methods']) {
      expect(valuesOf(forced), forced).toEqual([])
    }
  })

  it('keeps pages in memory, apart by all that tells them apart', () => {
    expect(valuesOf('proxy_cache_path')[0]).toMatch(
      /^\/dev\/shm\/.* inactive=60s use_temp_path=off/,
    )
    expect(valuesOf('proxy_cache_key')).toEqual(['$qadam_encoding$host$request_uri'])
    expect(valuesOf('proxy_max_temp_file_size')).toEqual(['0'])
    expect(valuesOf('client_body_buffer_size')).toEqual(valuesOf('client_max_body_size'))
  })

  it('writes down no address, path, query or browser', () => {
    const format = valuesOf('log_format')[0] ?? ''
    const known = ['time_iso8601', 'request_method', 'status', 'request_time']
    const variables = [...format.matchAll(/\$(\w+)/g)].map(([, name]) => name)
    expect(variables).toEqual([...known, 'upstream_cache_status'])
    expect(new Set(valuesOf('access_log'))).toEqual(
      new Set(['off', '/var/log/nginx/qadam.log qadam']),
    )
    expect(new Set(valuesOf('error_log'))).toEqual(new Set(['/dev/null crit']))
  })

  it('takes the bodies that Qadam takes, and hands on whom a form comes from', () => {
    expect(valuesOf('client_max_body_size')).toEqual([`${BODY_LIMIT_BYTES / 1024 / 1024}m`])
    expect(config).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
    expect(config).not.toContain('proxy_add_x_forwarded_for')
  })

  it('sends no form twice', () => {
    expect(valuesOf('proxy_next_upstream').join()).not.toContain('non_idempotent')
  })
})
