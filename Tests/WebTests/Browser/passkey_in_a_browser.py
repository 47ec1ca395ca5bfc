"""Making a passkey with the first administrator's link, and signing in with it.

usage: passkey_in_a_browser.py ADDRESS LINK
"""
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

address, link = sys.argv[1:3]
rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    context = browser.new_context(bypass_csp=False)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
                     "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}})
    page.goto(link)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your keys")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Done")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.locator("main")).to_contain_text("restricted information system")
    page.get_by_role("button", name="Agree and sign in with a passkey").click()
    expect(page.locator("header")).to_contain_text("administrator")
    # An administrator sees the law, and no case.
    page.goto(address + "/requests")
    expect(page.get_by_role("heading", level=1)).to_have_text("You may not do this")
    # The link is used up.
    fresh = browser.new_context(bypass_csp=True)
    other = fresh.new_page()
    other.goto(link)
    other.get_by_role("button", name="Go on").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("This is no longer here")
    other.goto(address + "/sign-in")
    found = Axe().run(other, options=rules).response["violations"]
    assert not found, [violation["id"] for violation in found]
    browser.close()
