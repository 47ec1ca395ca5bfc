"""An attorney general's collector in a real browser: 300 agencies, three of them late and one amended, then the list.

usage: collector_in_a_browser.py ADDRESS YEAR before|after LAST-DAY-OF-NOTICE [FOLDER FOR SCREENSHOTS]

`before` ends with the notices recorded; `after` is run once their last day is past.
"""
import re
import sys
import urllib.request

from looking import Look
from playwright.sync_api import expect, sync_playwright

address, year, part, last = sys.argv[1:5]
step = Look(sys.argv[5] if len(sys.argv) > 5 else None)
header = "part,entry,date-received,request,response,paper,bail-posted,outcome,outcome-time,to-whom\r\n"
nothing = header + "requests,none,,,,,,,,\r\npapers,none,,,,,,,,\r\n"


def unfold(page):
    page.locator("details").evaluate_all("nodes => nodes.forEach(node => node.open = true)")


def play(page, role):
    step.play(page, address, role)


def hand_in(place, text):
    request = urllib.request.Request(
        address + f"/api/submit/il-trust/{year}", data=text.encode(), method="POST",
        headers={"content-type": "text/csv", "authorization": "Bearer " + place.removeprefix("/submit/")})
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 201, answer.status


def before(browser):
    page = step.page(browser)
    play(page, "Sample Publisher, records and publication")
    # The register: a file with mistakes changes nothing; then 300 agencies.
    page.goto(address + "/agencies")
    step(page, "register-empty")
    page.get_by_label("The file's text (CSV)").fill("name,place,contact\nOne,,one@example.gov\n")
    page.get_by_role("button", name="Add them all").click()
    expect(page.get_by_role("alert")).to_contain_text("Line 2, column 2: the place is empty")
    step(page, "register-mistakes")
    lines = [f"Sample Agency {number:03},Example County,agency{number}@example.gov" for number in range(1, 301)]
    page.get_by_label("The file's text (CSV)").fill("name,place,contact\n" + "\n".join(lines) + "\n")
    page.get_by_role("button", name="Add them all").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Links for 300 agencies")
    step(page, "register-links")
    links = dict(
        (name, "/submit/" + place.rsplit("/submit/", 1)[1])
        for name, place in re.findall(r"^(.*?)\t(\S+)$", page.locator("main code").inner_text(), re.M))
    assert len(links) == 300, len(links)

    # One agency by its page: typed wrongly, then right, then amended from a file.
    names = sorted(links)
    first = step.page(browser)
    first.goto(address + links[names[0]])
    step(first, "hand-in-start")
    first.get_by_role("link", name=re.compile(rf"{year}.*TRUST Act")).click()
    step(first, "hand-in")
    first.get_by_role("button", name="Certify and hand in").click()
    expect(first.get_by_role("alert")).to_contain_text("Tick that you certify it")
    first.get_by_label("I certify this for the agency").check()
    first.get_by_role("button", name="Certify and hand in").click()
    expect(first.locator("main")).to_contain_text("Nothing to report")
    unfold(first)
    first.get_by_label("The file's text (CSV)").fill(header + "papers,1,yesterday,,,detainer,n/a,released,2025-06-04 10:30,n/a\n")
    first.get_by_role("button", name="Hand in the file").click()
    expect(first.get_by_role("alert")).to_contain_text("Line 2, column 3")
    step(first, "hand-in-mistakes")
    amended = header + f"requests,none,,,,,,,,\npapers,1,{year}-06-03,,,detainer,n/a,released,{year}-06-04 10:30,n/a\n"
    unfold(first)
    first.get_by_label("The file's text (CSV)").fill(amended)
    first.get_by_role("button", name="Hand in the file").click()
    expect(first.locator("main")).to_contain_text("1 entry")
    step(first, "hand-in-received")
    first.get_by_role("link", name="receipt of").first.click()
    expect(first.locator("body")).to_contain_text("tenth report receipt v1")
    # 296 by programs, three not at all.
    for name in names[1:297]:
        hand_in(links[name], nothing)

    page.goto(address + "/")
    step(page, "collected")
    page.get_by_role("link", name=re.compile(rf"TRUST Act.*{year}")).click()
    expect(page.locator("main")).to_contain_text("297 of 300")
    for name in names[297:]:
        expect(page.locator("main")).to_contain_text(name)
    expect(page.get_by_text("Amended", exact=True).nth(1)).to_be_visible()
    step(page, "collected-report")
    page.get_by_role("button", name="Record the notices").click()
    expect(page.get_by_role("alert")).to_contain_text("Write how it was sent")
    step(page, "collected-mistakes")
    page.get_by_label("How was it sent?").fill("by mail and e-mail")
    for label, value in (("Month", last[5:7]), ("Day", last[8:10]), ("Year", last[:4])):
        page.get_by_label(label, exact=True).fill(value)
    page.get_by_role("button", name="Record the notices").click()
    expect(page.get_by_role("heading", name="Notices to send")).to_have_count(0)
    page.get_by_role("button", name="Propose the list").click()
    expect(page.get_by_role("alert")).to_contain_text("Nobody is late")
    step(page, "list-too-early")
    page.goto(address + "/agencies")
    page.get_by_role("link", name=names[0]).click()
    step(page, "agency")
    unfold(page)
    page.get_by_label("Key", exact=True).fill("not a key")
    page.get_by_role("button", name="Record the key").click()
    expect(page.get_by_role("alert")).to_contain_text("not the key of a log")
    step(page, "agency-mistakes")
    stranger = step.page(browser)
    stranger.goto(address + "/non-reporters")
    expect(stranger.locator("main")).to_contain_text("No list is published")
    step(stranger, "non-reporters-none")
    stranger.goto(address + "/submit/" + "0" * 32)
    expect(stranger.get_by_role("heading", level=1)).to_have_text("There is no such page")
    step(stranger, "hand-in-wrong-link")


def after(browser):
    page = step.page(browser)
    play(page, "Sample Publisher, records and publication")
    page.goto(f"{address}/collected/il-trust/{year}")
    page.get_by_role("button", name="Propose the list").click()
    expect(page.locator("main")).to_contain_text("A second person has to agree")
    step(page, "list-proposed")
    counsel = step.page(browser)
    play(counsel, "Sample Counsel, counsel")
    counsel.goto(address)
    counsel.get_by_role("button", name="Agree, and publish").click()
    stranger = step.page(browser)
    stranger.goto(address + "/non-reporters")
    listed = stranger.locator("main li").all_inner_texts()
    assert listed == [f"Sample Agency {number}, Example County" for number in (298, 299, 300)], listed
    step(stranger, "non-reporters")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    before(browser) if part == "before" else after(browser)
    browser.close()

step.finish()
