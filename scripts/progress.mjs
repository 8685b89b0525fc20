/**
 * Does one step of a start, showing its name, a dot every two seconds and the time it took.
 * @template Result
 * @param {string} name
 * @param {() => Result | Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function step(name, work) {
  const began = performance.now()
  process.stdout.write(`${name} …`)
  const dots = setInterval(() => process.stdout.write('.'), 2_000)
  try {
    const result = await work()
    process.stdout.write(` ${seconds(began)}\n`)
    return result
  } catch (error) {
    process.stdout.write(' failed\n')
    throw error
  } finally {
    clearInterval(dots)
  }
}

/**
 * The time since `began` (performance.now()) in words, like "0.9 s".
 * @param {number} began
 */
export function seconds(began) {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`
}
