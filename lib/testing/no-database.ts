import { testSettings } from '@/lib/testing/settings'

/* Runs before each unit test: all settings are there, and whoever asks the database fails. */
Object.assign(process.env, testSettings, {
  DATABASE_URL: 'postgresql://127.0.0.1:1/unit_tests_have_no_database',
})
