"""Every page of a desk, as everybody who may open it finds it, and every form sent empty.

usage: every_page_in_a_browser.py ADDRESS TEMPLATES [FOLDER FOR SCREENSHOTS]

TEMPLATES is a file of lines: GET|POST, and a route's template. All that a visitor can come to by links and forms is
looked at; which templates nobody came to is said, and those that ELSEWHERE does not name are failures.
"""
import re
import sys

from looking import Look
from playwright.sync_api import Error, sync_playwright

address, templates = sys.argv[1:3]
look = Look(sys.argv[3] if len(sys.argv) > 3 else None)

# Not come to by a link of the demonstration: what signing in needs, and what no sample case gives occasion for, which
# other scripts open; what is fetched by a program; what is downloaded, and no page.
ELSEWHERE = re.compile(
    r"^/requests/{id}/(tasks|unseal)$|^/reports/{form}/{period}/fill$|^/letters/{number}(/file)?$|"
    r"/(sign-in|sign-out|enrol|keys|accounts|demo|assets|log/|healthz|readyz|metrics|openapi|calendar|api)"
    r"|\.(csv|pdf|ics|json|zip|tlog-proof)$|/(proof|entry|letter-proof/.*|letter-entry/.*)$")
# Each of these would leave the desk, or be somebody else.
LEFT_ALONE = re.compile(r"^/(sign-out|demo/role)$")
# How many pages of a kind are looked at, and how many are opened to find links: what can be done next hangs on the case.
SAMPLES, OPENED, CASES = 2, 2, 40


class Template:
    def __init__(self, line):
        self.method, self.text = line.split(" ", 1)
        parts = [".+" if part.endswith("...}") else "[^/]+" if part.startswith("{") else re.escape(part)
                 for part in self.text.split("/")]
        self.pattern, self.seen = re.compile("^" + "/".join(parts) + "$"), 0
        # The more of it is fixed, the better it fits.
        self.fixed = sum(not part.startswith("{") for part in self.text.split("/"))

    @property
    def name(self):
        return re.sub(r"[^a-z]+", "-", self.text).strip("-") or "home"


with open(templates) as file:
    known = sorted((Template(line.strip()) for line in file), key=lambda template: -template.fixed)


def template(method, path):
    return next((one for one in known if one.method == method and one.pattern.match(path)), None)


def path(url):
    return re.sub(r"[?#].*$", "", url[len(address):]) or "/"


def links(page):
    """Where the page leads, within the desk; what is downloaded is no page."""
    found = page.locator("a[href]:not([download])").evaluate_all("nodes => nodes.map(node => node.href)")
    return [url for url in dict.fromkeys(found) if url.startswith(address)]


def forms(page):
    """The forms that ask for something: a lone button has nothing to leave out."""
    return page.locator("form").evaluate_all("""nodes => nodes.flatMap((node, index) => {
      const asks = [...node.elements].some(field => !["hidden", "submit", "button"].includes(field.type) && field.type)
      return node.method === "post" && asks ? [[index, node.action]] : []
    })""")


def send_empty(page, index):
    page.locator("form").nth(index).evaluate("""node => {
      node.noValidate = true
      for (const field of node.elements) {
        if (field.type === "radio" || field.type === "checkbox") field.checked = false
        else if (field.tagName === "SELECT") field.selectedIndex = 0
        else if (field.type !== "hidden" && field.type !== "submit" && field.type !== "file") field.value = ""
      }
    }""")
    with page.expect_navigation():
        page.locator("form").nth(index).evaluate(
            "node => node.requestSubmit(node.querySelector('button[type=submit], button:not([type])'))")


def visit(page, role):
    """Opens what has no number in its path, and follows links, until all that is there for this role was seen."""
    waiting = [address + one.text for one in known if one.method == "GET" and "{" not in one.text]
    passed, opened, refused = set(), {}, []
    while waiting:
        waiting.sort(key=lambda url: opened.get(template("GET", path(url)), 0))
        url = waiting.pop(0)
        place = path(url)
        kind = template("GET", place)
        if url in passed or not kind or ELSEWHERE.search(kind.text) or opened.get(kind, 0) >= (CASES if kind.text == "/requests/{id}" else OPENED):
            continue
        passed.add(url)
        opened[kind] = opened.get(kind, 0) + 1
        try:
            page.goto(url)
        except Error as error:
            # What is downloaded was named no page only by its answer.
            if "Download is starting" in str(error):
                kind.seen += 1
                continue
            raise
        if look.documents[page].status >= 400:
            # What this visitor may not open: one such page is like another, and it is not the page that was meant.
            if kind not in refused:
                refused.append(kind)
                if len(refused) <= SAMPLES:
                    look(page, f"{role}-refused-{kind.name}", quick=True)
            continue
        if kind.seen < SAMPLES:
            kind.seen += 1
            look(page, f"{role}-{kind.name}-{kind.seen}", quick=True)
        waiting += [link for link in links(page) if link not in passed]
        for index, action in forms(page):
            form = template("POST", path(action))
            if not form or form.seen or LEFT_ALONE.match(form.text):
                continue
            form.seen += 1
            page.goto(url)
            send_empty(page, index)
            look(page, f"{role}-empty-{form.name}", quick=True)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = look.page(browser)
    page.goto(address)
    roles = page.get_by_label("You are").locator("option").all_inner_texts()
    for role in roles:
        look.play(page, address, role)
        visit(page, re.sub(r"[^a-z]+", "-", role.split(",")[-1].strip().lower()))
    browser.close()

for one in known:
    if not one.seen and one.method == "GET" and not ELSEWHERE.search(one.text):
        look.failures.append(f"nobody came to {one.method} {one.text}")
    elif not one.seen:
        print(f"  not seen here: {one.method} {one.text}")
look.finish()
