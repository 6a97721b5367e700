/**
 * The real window through WebDriver: enough of the protocol for a journey, and nothing installed.
 *
 * WebKitWebDriver starts the program itself and attaches to its web view. The command line gives
 * the program a store and a folder for documents, so that no dialog opens.
 */

import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const elementKey = 'element-6066-11e4-a52e-4f735466cecf'

/** What WebDriver says of an element that is still on its way. */
const notYet = ['stale element reference', 'element not interactable', 'element click intercepted']

/** Keys as WebDriver names them. */
export const Key = {
  tab: '\uE004',
  enter: '\uE007',
  escape: '\uE00C',
  space: ' ',
  control: '\uE009',
  shift: '\uE008',
  alt: '\uE00A',
}

/** One run of the program, with a home of its own. */
export class Window {
  #driver
  #session
  /** Everything the program may write to. */
  home

  constructor(driver, session, home) {
    this.#driver = driver
    this.#session = session
    this.home = home
  }

  /**
   * Opens the window.
   *
   * @param {{ home?: string, arguments?: string[] }} [options] a home to come back to, further arguments
   */
  static async open(options = {}) {
    const home = options.home ?? (await mkdtemp(join(tmpdir(), 'convenor-window-')))
    const saved = join(home, 'saved')
    await mkdir(join(saved, 'attach'), { recursive: true })
    const driver = await startDriver(home)
    const binary = process.env.CONVENOR_DESKTOP ?? join(root, 'target/debug/convenor-desktop')
    const args = ['--store', join(home, 'records.convenor'), '--save-to', saved, ...(options.arguments ?? [])]
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary, args } } }
    try {
      const { sessionId } = await driver.send('POST', '/session', { capabilities })
      return new Window(driver, `/session/${sessionId}`, home)
    } catch (error) {
      await driver.end()
      throw error
    }
  }

  /** Closes the window as a person does, and waits until the program has ended; the home stays. */
  async close() {
    try {
      await this.#send('DELETE', '/window')
      await programEnded(this.home)
    } finally {
      await this.#driver.end()
    }
  }

  /** Closes the window and removes its home. */
  async discard() {
    await this.close()
    await rm(this.home, { recursive: true, force: true, maxRetries: 5 })
  }

  /** The first visible element that matches; waits for it. */
  async find(selector) {
    return this.until(`${selector} did not appear`, async () => {
      const found = await this.#all('css selector', selector)
      for (const element of found) if (await this.#isShown(element)) return element
      return null
    })
  }

  /** A button or link by its words or its fuller name, exactly; waits for it. */
  async control(words) {
    const text = `[normalize-space(.)=${quote(words)} or @aria-label=${quote(words)}]`
    const path = `//button${text}|//a${text}|//summary${text}|//*[@role="tab"]${text}|//*[@role="menuitem"]${text}`
    return this.until(`no button or link says “${words}”`, async () => {
      const found = await this.#all('xpath', path)
      for (const element of found) if (await this.#isShown(element)) return element
      return null
    })
  }

  /** A field by its label's words; waits for it. */
  async field(words) {
    const path = `//*[@id=//label[starts-with(normalize-space(.), ${quote(words)})]/@for]`
    return this.until(`no field is labelled “${words}”`, async () => {
      const [element] = await this.#all('xpath', path)
      return element ?? null
    })
  }

  /** The first visible element that an XPath leads to; waits for it. */
  async at(path) {
    return this.until(`nothing is at ${path}`, async () => {
      const found = await this.#all('xpath', path)
      for (const element of found) if (await this.#isShown(element)) return element
      return null
    })
  }

  /** How many elements an XPath leads to, now. */
  async count(path) {
    return (await this.#all('xpath', path)).length
  }

  /** Waits until these words can be read on the screen. */
  async says(words) {
    await this.at(`//*[not(self::script) and text()[contains(normalize-space(.), ${quote(words)})]]`)
  }

  /** Chooses one of several, or ticks a box, by its words; `within` is an XPath. */
  async choose(words, within = '') {
    await this.click(await this.at(`${within}//label[normalize-space(.)=${quote(words)}]`))
  }

  /** One line of a list that opens. */
  async select(words, line) {
    const list = `//*[@id=//label[starts-with(normalize-space(.), ${quote(words)})]/@for]`
    await this.click(await this.at(`${list}/option[normalize-space(.)=${quote(line)}]`))
  }

  /** Presses a button or follows a link. */
  async press(words) {
    await this.click(await this.control(words))
  }

  /** Types into a field in place of what it holds. */
  async fill(words, text) {
    await this.write(await this.field(words), text)
  }

  async write(element, text) {
    await this.#bring(element)
    await this.#send('POST', `/element/${element}/clear`, {})
    await this.#send('POST', `/element/${element}/value`, { text })
  }

  /** Clicks, once the element has come to rest where it can be clicked. */
  async click(element) {
    await this.until('the element cannot be clicked', async () => {
      await this.#bring(element)
      await this.#send('POST', `/element/${element}/click`, {})
      return true
    })
  }

  /** WebKitWebDriver scrolls the page but not a part of it that scrolls by itself. */
  async #bring(element) {
    await this.run(`arguments[0].scrollIntoView({ block: 'center' })`, { [elementKey]: element })
  }

  async text(element) {
    return this.#send('GET', `/element/${element}/text`)
  }

  /** Waits until the main heading reads so. */
  async heading(words) {
    await this.until(`the heading did not become “${words}”`, async () => {
      const [element] = await this.#all('css selector', 'h1')
      const text = element === undefined ? '' : await this.text(element)
      return (words instanceof RegExp ? words.test(text) : text === words) ? true : null
    })
  }

  /** Presses keys where the focus is; a modifier stays down until the end. */
  async keys(...keys) {
    const down = keys.map((value) => ({ type: 'keyDown', value }))
    const up = [...keys].reverse().map((value) => ({ type: 'keyUp', value }))
    await this.#send('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }] })
  }

  /** Runs a function body in the page. */
  async run(script, ...args) {
    return this.#send('POST', '/execute/sync', { script, args })
  }

  async title() {
    return this.#send('GET', '/title')
  }

  async url() {
    return this.#send('GET', '/url')
  }

  /** A picture of the window's content, into target/window. */
  async screenshot(name) {
    const folder = join(root, 'target/window')
    await mkdir(folder, { recursive: true })
    const picture = Buffer.from(await this.#send('GET', '/screenshot'), 'base64')
    await writeFile(join(folder, `${name}.png`), picture)
    return picture
  }

  async #isShown(element) {
    return this.#send('GET', `/element/${element}/displayed`)
  }

  async #all(using, value) {
    const found = await this.#send('POST', '/elements', { using, value })
    return found.map((element) => element[elementKey])
  }

  /** Asks until there is an answer. An element that is replaced or moves while we look is looked for again. */
  async until(complaint, ask, milliseconds = 20_000) {
    const end = performance.now() + milliseconds
    while (performance.now() < end) {
      const answer = await ask().catch((error) => {
        if (notYet.includes(error.code)) return null
        throw error
      })
      if (answer !== null) return answer
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await this.screenshot('failure')
    throw new Error(complaint)
  }

  #send(method, path, body) {
    return this.#driver.send(method, `${this.#session}${path}`, body)
  }
}

/** WebKitWebDriver, whose program finds everything it writes below one home. */
async function startDriver(home) {
  const port = await freePort()
  const program = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      TAURI_WEBVIEW_AUTOMATION: 'true',
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CACHE_HOME: join(home, 'cache'),
      XDG_CONFIG_HOME: join(home, 'config'),
    },
  })
  const ended = new Promise((resolve) => {
    program.once('exit', resolve)
    program.once('error', resolve)
  })
  const driver = {
    async send(method, path, body) {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const { value } = await response.json()
      if (!response.ok) throw Object.assign(new Error(`${path}: ${value.error}: ${value.message}`), { code: value.error })
      return value
    },
    async end() {
      program.kill()
      await ended
    },
  }
  await answers(driver, ended)
  return driver
}

/** Waits until no program works in this home any more. */
async function programEnded(home) {
  for (let tries = 0; tries < 200; tries += 1) {
    if (!(await isRunning(home))) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the program did not end when its window was closed')
}

async function isRunning(home) {
  const store = join(home, 'records.convenor')
  for (const id of await readdir('/proc')) {
    const line = /^\d+$/.test(id) ? await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '') : ''
    if (line.split('\0').includes(store)) return true
  }
  return false
}

async function answers(driver, ended) {
  let gone = false
  void ended.then(() => {
    gone = true
  })
  for (let tries = 0; tries < 200 && !gone; tries += 1) {
    const status = await driver.send('GET', '/status').catch(() => null)
    if (status !== null) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('WebKitWebDriver did not start')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => {
        resolve(port)
      })
    })
  })
}

/** Words as an XPath string, which has no escapes. */
function quote(words) {
  return words.includes('"') ? `concat(${words.split('"').map((part) => `"${part}"`).join(", '\"', ")})` : `"${words}"`
}
