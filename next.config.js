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
  // What server/routes.ts lets in at most; every other form is kept to 1 MiB by the doorman.
  experimental: { serverActions: { bodySizeLimit: '16mb' } },
  // `npm test` runs the type checker over everything; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', 'pg-boss', 'nodemailer'],
  async headers() {
    // By header: a meta element is refused by checkers of accessibility even where, as here with
    // `?refresh=off`, readers can turn it off.
    // The cookie of lib/requests/session.ts, under http and under https.
    const refreshing = ['qadam.request', '__Host-qadam.request'].map((key) => ({
      source: '/:locale/request',
      has: [{ type: 'cookie', key }],
      missing: [{ type: 'query', key: 'refresh' }],
      headers: [{ key: 'Refresh', value: '60' }],
    }))
    const packs = {
      source: '/:locale/:city/pack/file',
      headers: [
        {
          key: 'Content-Disposition',
          value: 'attachment; filename="qadam-:city-:locale.html"',
        },
      ],
    }
    // As long as somebody is at work on it; the page then leads to itself without the query.
    const working = {
      source: '/:locale/staff/centres/imports/:id',
      has: [{ type: 'query', key: 'working', value: '1' }],
      headers: [{ key: 'Refresh', value: '3' }],
    }
    if (process.env.NODE_ENV === 'development') return [...refreshing, working, packs]
    return [
      ...refreshing,
      working,
      packs,
      // The lock on newcomer pages also when nothing but `next start` serves them.
      {
        source: `/:path((?!_next/|api/|${hydrated}).*)`,
        headers: [{ key: 'Content-Security-Policy', value: publicCsp(origin) }],
      },
    ]
  },
}

export default config
