"""The desk in a real browser: from an Illinois detainer's arrival to its answer, with every page checked by axe.

usage: desk_in_a_browser.py ADDRESS [FOLDER FOR SCREENSHOTS]
"""
import sys

from looking import Look
from playwright.sync_api import expect, sync_playwright

address = sys.argv[1]
step = Look(sys.argv[2] if len(sys.argv) > 2 else None)


def play(page, role):
    step.play(page, address, role)


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = step.page(browser)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    play(page, "Records clerk Sample Clerk, intake clerk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Due now")
    step(page, "due-now")
    page.get_by_role("link", name="New request").first.click()
    step(page, "new-request")
    page.get_by_role("button", name="Record the request").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    expect(page).to_have_title("Error: New request – Example County Jail (IL, fictional)")
    step(page, "new-request-mistakes")
    page.get_by_label("Form I-247A, immigration detainer").check()
    page.get_by_label("Form I-200, warrant for arrest of alien").check()
    page.get_by_label("Fax").check()
    page.locator("#received-t").fill("12:01a")
    page.get_by_label("Which office asks?").fill("ICE, Sample Field Office")
    page.get_by_role("button", name="Record the request").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Whom do the papers name?")
    step(page, "person")
    page.get_by_label("Name on the papers").fill("Sample <b>Person</b> & Co.")
    page.get_by_role("button", name="Save and go on").click()
    for number in (1, 2):
        expect(page.get_by_role("heading", level=1)).to_contain_text("Form I-2")
        if number == 1:
            step(page, "paper")
        page.get_by_label("The person in custody").check()
        page.get_by_role("group", name="Is it signed?").get_by_label("Yes").check()
        page.get_by_role("button", name="Save and go on").click()
    for _ in range(12):
        if page.get_by_role("button", name="Save and go on").count() == 0:
            break
        step(page, "question")
        page.get_by_label("Nobody here knows").first.check()
        page.get_by_role("button", name="Save and go on").click()

    expect(page.locator("main")).to_contain_text("release is decided by your release procedure")
    expect(page.locator("main")).to_contain_text("5 ILCS 805 § 15(a)")
    expect(page.locator("main")).to_contain_text("Sample <b>Person</b> & Co.")
    for text in page.locator(".answer").all_inner_texts():
        assert "release the person" not in text.lower(), text
    step(page, "request-answered")
    request = page.url.split("#")[0]

    page.get_by_role("link", name="Look for other holds").click()
    page.get_by_label("No", exact=True).check()
    page.get_by_label("Where did you look, and what was there?").fill("warrants desk and court file")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("main")).to_contain_text("none found")

    play(page, "Lieutenant Sample Reviewer, deciding officer")
    page.goto(request)
    while page.get_by_role("link", name="Decide:").count():
        page.get_by_role("link", name="Decide:").first.click()
        step(page, "decide")
        page.get_by_label("Do not").check()
        page.get_by_role("button", name="Decide in my name").click()
    expect(page.locator("#decisions").locator("..")).to_contain_text("will not")
    step(page, "request-decided")

    play(page, "Records clerk Sample Clerk, intake clerk")
    page.goto(request + "/outcome")
    step(page, "outcome")
    page.get_by_label("Released by your release procedure").check()
    page.get_by_role("button", name="Save and go on").click()
    page.goto(request + "/close")
    for box in page.get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Why is it closed?").fill("Released; nothing left to do.")
    page.get_by_role("button", name="Close it").click()
    expect(page.locator("main")).to_contain_text("Closed")
    step(page, "request-closed")

    for path, name in (("/requests", "requests"), ("/law", "law"), ("/law/il.trust", "law-il-trust"), ("/log", "log"), ("/help", "help"), ("/no-such-page", "not-found")):
        page.goto(address + path)
        step(page, name)

    # Administrators see no case.
    play(page, "Administrator Sample Administrator, administrator")
    page.goto(request)
    expect(page.get_by_role("heading", level=1)).to_have_text("You may not do this")
    step(page, "forbidden")
    assert not errors, errors
    browser.close()

step.finish()
