"""Making a passkey with the first administrator's link, and signing in with it.

usage: passkey_in_a_browser.py ADDRESS LINK
"""
import sys

from looking import Look
from playwright.sync_api import expect, sync_playwright

address, link = sys.argv[1:3]
look = Look(sys.argv[3] if len(sys.argv) > 3 else None)

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])

    def with_authenticator(bypass_csp):
        context = browser.new_context(bypass_csp=bypass_csp)
        page = context.new_page()
        look.watch(page)
        devtools = context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        devtools.send(
            "WebAuthn.addVirtualAuthenticator",
            {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
                         "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}})
        return page

    page = with_authenticator(False)
    page.goto(link)
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your keys")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Done")
    page.get_by_role("link", name="Sign in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")
    expect(page.locator("main")).to_contain_text("restricted information system")
    page.get_by_role("button", name="Agree and sign in with a passkey").click()
    expect(page.locator("header")).to_contain_text("administrator")
    # An administrator sees the law, and no case.
    page.goto(address + "/requests")
    expect(page.get_by_role("heading", level=1)).to_have_text("You may not do this")
    # They add a clerk, whose link opens an account that sees requests.
    page.goto(address + "/accounts")
    page.get_by_label("Account", exact=True).fill("sam.example")
    page.get_by_label("Name", exact=True).fill("Sam Example")
    page.get_by_label("Deciding officer").check()
    page.get_by_label("Records and publication").check()
    page.get_by_role("button", name="Add the account").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody may be both")
    page.get_by_label("Records and publication").uncheck()
    page.get_by_role("button", name="Add the account").click()
    second = page.locator("main code").inner_text()
    clerk = with_authenticator(True)
    clerk.goto(second)
    look(clerk, "link")
    clerk.get_by_role("button", name="Go on").click()
    # The link opens the page of keys, and nothing else.
    clerk.goto(address + "/requests")
    expect(clerk.get_by_role("heading", level=1)).to_have_text("You may not do this")
    clerk.goto(address + "/keys")
    look(clerk, "keys")
    clerk.get_by_role("button", name="Make a passkey").click()
    expect(clerk.get_by_role("heading", level=1)).to_have_text("Done")
    clerk.get_by_role("link", name="Sign in").click()
    clerk.get_by_role("button", name="Agree and sign in with a passkey").click()
    clerk.get_by_role("link", name="Requests", exact=True).click()
    expect(clerk.get_by_role("heading", level=1)).to_have_text("Requests")
    # Closing the account ends what is under way.
    page.goto(address + "/accounts")
    page.get_by_role("button", name="Close it: Sam Example").click()
    clerk.goto(address + "/requests")
    expect(clerk.get_by_role("heading", level=1)).to_have_text("Sign in")
    # The link is used up.
    other = look.page(browser)
    other.goto(link)
    other.get_by_role("button", name="Go on").click()
    expect(other.get_by_role("heading", level=1)).to_have_text("This is no longer here")
    look(other, "link-used-up")
    other.goto(address + "/sign-in")
    look(other, "sign-in")
    other.locator("details").evaluate_all("nodes => nodes.forEach(node => node.open = true)")
    other.get_by_label("Account").fill("nobody.example")
    other.get_by_role("button", name="Agree and sign in", exact=True).click()
    expect(other.get_by_role("alert")).to_be_visible()
    look(other, "sign-in-mistake")
    browser.close()

look.finish()
