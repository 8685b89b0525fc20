import { HYDRATED_SEGMENTS, publicCsp } from './server/csp.js'

const origin = new URL(process.env.PUBLIC_URL ?? 'http://localhost:3000').origin
const hydrated = `(?:ru|kk|en)/(?:${HYDRATED_SEGMENTS.join('|')})(?:/|$)`

/** @satisfies {import('next').NextConfig} */
const config = {
  distDir: process.env.QADAM_DIST_DIR ?? '.next',
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  images: { unoptimized: true },
  // The serving layer compresses, tags and preloads nothing behind its own back.
  compress: false,
  generateEtags: false,
  reactMaxHeadersLength: 0,
  // Streamed metadata waits in the body for a script that newcomers never get.
  htmlLimitedBots: /.*/,
  // `npm test` runs the type checker over everything; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pg-boss', 'nodemailer'],
  async headers() {
    // By header: a meta element is refused by checkers of accessibility even where, as here with
    // `?refresh=off`, readers can turn it off.
    const refreshing = {
      source: '/:locale/request',
      has: [{ type: 'cookie', key: 'qadam.request' }],
      missing: [{ type: 'query', key: 'refresh' }],
      headers: [{ key: 'Refresh', value: '60' }],
    }
    if (process.env.NODE_ENV === 'development') return [refreshing]
    return [
      refreshing,
      // The lock on newcomer pages also when nothing but `next start` serves them.
      {
        source: `/:path((?!_next/|api/|${hydrated}).*)`,
        headers: [{ key: 'Content-Security-Policy', value: publicCsp(origin) }],
      },
    ]
  },
}

export default config
