"""The year's report in a real browser: a nil certificate, certified and filed; a table published by two persons.

usage: reports_in_a_browser.py ADDRESS [FOLDER FOR SCREENSHOTS]
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

    play(page, "Records officer Sample Publisher, records and publication")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Reports").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reports")
    step(page, "reports")
    page.get_by_role("link", name="TRUST Act").first.click()
    expect(page.locator("main")).to_contain_text("No immigration detainer and no civil immigration warrant was received.")
    step(page, "report-nil")
    report = page.url
    page.get_by_role("button", name="Certify in my name").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick that you certify it")
    expect(page).to_have_title("Error: " + page.title().removeprefix("Error: "))
    step(page, "report-certify-mistake")
    page.get_by_label("I certify this").check()
    page.get_by_role("button", name="Certify in my name").click()
    expect(page.locator("main")).to_contain_text("Certified, not sent")
    step(page, "report-certified")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV of edition 1").click()
    text = open(download.value.path(), newline="").read()
    assert text.endswith("requests,none,,,,,,,,\r\npapers,none,,,,,,,,\r\n"), text
    page.get_by_label("How was it sent?").fill("their web page, confirmation 1234")
    page.get_by_role("button", name="Record that it was sent").click()
    expect(page.locator("main")).to_contain_text("Filed")
    step(page, "report-filed")
    page.get_by_label("What is to be put right, and why?").fill("A request was found in another office.")
    page.get_by_role("button", name="Begin another edition").click()
    expect(page.locator("main")).to_contain_text("Being amended")

    # The present year holds the sample cases: much is missing, and it is not over.
    year = int(report.rsplit("/", 1)[1]) + 1
    page.goto(f"{address}/reports/il-trust/{year}")
    expect(page.locator("main")).to_contain_text("None is guessed")
    step(page, "report-missing")
    page.get_by_role("link", name="Fill “Date and time criminal bail was posted”").first.click()
    step(page, "report-fill")
    page.get_by_label("How do you know?").fill("court file")
    page.get_by_label("Date and time criminal bail was posted").fill("noon")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_contain_text("write day and time as")
    step(page, "report-fill-mistake")
    page.get_by_label("Date and time criminal bail was posted").fill("")
    page.get_by_label("entries of this list where it is missing").check()
    page.get_by_role("button", name="Save and go on").click()
    expect(page.locator("main")).not_to_contain_text("Bail is not recorded in the case")

    # A table: proposed by one, agreed by another, seen by everybody.
    page.goto(address + "/reports")
    page.get_by_role("link", name="Immigration papers and what came of them").click()
    step(page, "table-proposing")
    page.get_by_role("button", name="Propose the table").first.click()
    expect(page.locator("main")).to_contain_text("A second person has to agree")
    proposed = page.url
    play(page, "County counsel Sample Counsel, counsel")
    page.goto(proposed)
    step(page, "table-second-person")
    page.get_by_role("button", name="Agree, and publish").click()
    stranger = step.page(browser)
    stranger.goto(address + "/transparency")
    expect(stranger.get_by_role("heading", level=1)).to_have_text("Published figures")
    expect(stranger.get_by_role("table")).to_be_visible()
    step(stranger, "transparency")
    stranger.goto(address + "/reports/il-trust/1")
    step(stranger, "report-not-found")
    browser.close()

step.finish()
