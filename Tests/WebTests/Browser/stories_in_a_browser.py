"""One story of an office in a real browser, by a clock that the story sets.

usage: stories_in_a_browser.py ADDRESS FILE-OF-THE-CLOCK STORY [FOLDER FOR SCREENSHOTS]
"""
import datetime
import re
import sys
import zoneinfo

from looking import Look
from playwright.sync_api import expect, sync_playwright

address, clock, story = sys.argv[1:4]
look = Look(sys.argv[4] if len(sys.argv) > 4 else None)
CLERK, OFFICER, REVIEWER = "Records clerk Sample Clerk, intake clerk", "Sergeant Sample Officer, deciding officer", "Lieutenant Sample Reviewer, deciding officer"
COUNSEL = "County counsel Sample Counsel, counsel"


class Desk:
    def __init__(self, page, zone):
        self.page, self.zone, self.request = page, zoneinfo.ZoneInfo(zone), None

    def at(self, text):
        moment = datetime.datetime.fromisoformat(text).replace(tzinfo=self.zone)
        with open(clock, "w") as file:
            file.write(str(int(moment.timestamp())))

    def play(self, role):
        look.play(self.page, address, role)
        if self.request:
            self.page.goto(self.request)

    def check(self, name):
        look(self.page, name, quick=True)

    def save(self, button="Save and go on"):
        self.page.get_by_role("button", name=button, exact=True).click()

    def open(self, path):
        self.page.goto(self.request + path)

    def date(self, name, text):
        moment = datetime.datetime.fromisoformat(text)
        for field, value in (("month", moment.month), ("day", moment.day), ("year", moment.year), ("time", moment.strftime("%H:%M"))):
            self.page.locator(f'[name="{name}-{field}"]').fill(str(value))

    def receive(self, papers, received, name="Sample Person Ninety"):
        self.page.goto(address + "/requests/new")
        if any(paper.startswith("A criminal") for paper in papers):
            self.page.get_by_text("Other papers").first.click()
        for paper in papers:
            self.page.get_by_label(paper).first.check()
        self.date("received", received)
        self.page.get_by_label("Fax").check()
        self.save("Record the request")
        self.request = re.sub(r"/person$", "", self.page.url)
        self.page.get_by_label("Name on the papers").fill(name)
        self.save()
        for number in range(1, len(papers) + 1):
            self.open(f"/papers/{number}")
            self.page.get_by_label("The person in custody").check()
            self.page.get_by_role("group", name="Is it signed?").get_by_label("Yes").check()
            for group in ("form-complete", "shows-cause"):
                yes = self.page.locator(f'[name="field-{group}"][value="yes"]')
                if yes.count():
                    yes.check()
            self.save()
        self.page.goto(self.request)

    def fact(self, name, value):
        self.open(f"/facts/{name}")
        self.page.locator(f'[name="answer"][value="{value}"]').check()
        self.page.get_by_label("The booking record").check()
        self.save()

    def release_due(self, text):
        self.open("/release-due")
        self.date("at", text)
        self.page.get_by_label("From what is this known?").fill("booking record")
        self.save()

    def decide(self, act, choice):
        self.open(f"/decide/{act}")
        self.page.locator(f'[name="choice"][value="{choice}"]').check()
        self.save("Decide in my name")
        expect(self.page.locator("#decisions")).to_be_visible()

    def letter(self, kind, to, *fill):
        self.open(f"/letters/{kind}/{to}")
        for step in fill:
            step()
        self.save("Show what it says")
        expect(self.page.locator("section.letter")).to_be_visible()
        text = self.page.locator("section.letter").inner_text()
        if self.page.get_by_role("button", name="Issue it").count():
            self.save("Issue it")
            expect(self.page.locator("#issued")).to_be_visible()
            with self.page.expect_download() as download:
                self.page.get_by_role("link", name="(PDF)").last.click()
            with open(download.value.path(), "rb") as file:
                assert file.read(5) == b"%PDF-"
        return text

    def late(self, when, why):
        self.page.locator("details.late-entry summary").click()
        self.date("happened", when)
        self.page.get_by_label("Why is it entered only now?").fill(why)

    @property
    def main(self):
        return self.page.locator("main")


DETAINER = ["Form I-247A, immigration detainer", "Form I-200, warrant for arrest of alien"]


def illinois_from_arrival_to_closing(desk):
    desk.at("2026-02-10T02:00")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-02-10T01:40")
    # The judge's order of release is the office's own business: it is a time, and no ground of its own.
    desk.release_due("2026-02-10T02:55")
    answer = desk.page.locator(".answer").first.inner_text()
    assert "none of these papers gives a ground to keep the person" in answer and "release is decided by your release procedure" in answer, answer
    expect(desk.main).to_contain_text("5 ILCS 805 § 15(a)")
    desk.page.get_by_role("link", name="Look for other holds").click()
    desk.page.get_by_label("No", exact=True).check()
    desk.page.get_by_label("Where did you look, and what was there?").fill("warrants desk and court file")
    desk.save()
    desk.play(OFFICER)
    while desk.page.get_by_role("link", name="Decide:").count():
        desk.page.get_by_role("link", name="Decide:").first.click()
        desk.page.get_by_label("Do not").check()
        desk.save("Decide in my name")
    desk.play(CLERK)
    # Illinois owes the person no copy of a detainer: the office gives one, and the letter says whose idea that is.
    text = desk.letter("copy-cover", "person-in-custody")
    assert "State law does not make us give you this copy" in text and "Policy of this office" in text, text
    text = desk.letter("refusal", "immigration-agents")
    assert "5 ILCS 805" in text and "Sample Person" not in text, text
    desk.at("2026-02-10T02:58")
    desk.open("/outcome")
    desk.page.get_by_label("Released by your release procedure").check()
    desk.save()
    desk.open("/close")
    for box in desk.page.get_by_role("checkbox").all():
        box.check()
    desk.page.get_by_label("Why is it closed?").fill("Released; nothing left to do.")
    desk.save("Close it")
    expect(desk.main).to_contain_text("Closed")
    desk.check("illinois-closed")


def illinois_beside_a_criminal_warrant(desk):
    desk.at("2026-02-10T02:00")
    desk.play(CLERK)
    desk.receive(DETAINER + ["A criminal arrest warrant signed by a judge"], "2026-02-10T01:40")
    desk.release_due("2026-02-10T03:00")
    answer = desk.page.locator(".answer").first.inner_text()
    assert "You may keep the person" in answer and "criminal arrest warrant" in answer, answer
    assert "release is decided" not in answer and "Do not" not in answer, answer
    desk.check("illinois-warrant")
    text = desk.letter("copy-cover", "person-in-custody")
    assert "State law does not make us give you this copy" in text, text
    desk.check("illinois-letters")
    # What the law forbids to tell cannot be merged.
    desk.open("/letters/i247a-reply/immigration-agents")
    desk.page.get_by_label("When the person is to be released").check()
    desk.save("Show what it says")
    expect(desk.page.get_by_role("alert")).to_contain_text(re.compile("You may not tell|Whether you may tell"))
    desk.check("letter-forbidden")


def new_jersey_until_a_minute_to_midnight(desk):
    desk.at("2026-11-16T15:30")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-11-16T09:00")
    desk.release_due("2026-11-16T16:00")
    desk.fact("final-order-signer", "federal-judge")
    desk.fact("final-order-lodged", "yes")
    desk.page.goto(desk.request)
    expect(desk.main).to_contain_text("Authority to keep this person under these papers ends at Monday, November 16, 2026, 11:59 pm")
    expect(desk.main).to_contain_text("until Monday, November 16, 2026, 11:59 pm")
    desk.check("new-jersey")


def florida_tells_judge_and_state_attorney(desk):
    desk.at("2026-11-25T14:00")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-11-25T13:00")
    desk.release_due("2026-11-25T16:00")
    desk.fact("custody", "pretrial")
    desk.fact("transferring-agency-told-judge", "no")
    desk.fact("transferring-agency-recorded", "no")
    desk.page.goto(desk.request)
    expect(desk.page.locator(".answer").first).to_contain_text("You must keep the person")
    for kind, to in (("judge-notice", "judge"), ("state-attorney-notice", "state-attorney")):
        desk.open("/letters")
        expect(desk.main).to_contain_text("Owed by law")
        text = desk.letter(kind, to)
        assert "Sample Person Ninety" in text and "Fla. Stat." in text, text
    desk.check("florida-letters")
    desk.page.goto(desk.request)
    desk.page.get_by_role("link", name="Record that it was done:").first.click()
    desk.check("task")
    desk.save()
    expect(desk.page.get_by_role("alert")).to_contain_text("Write how it was done")
    desk.check("task-mistake")
    desk.page.get_by_label("How was it done, and to whom?").fill("by mail to the sample judge")
    desk.save()
    expect(desk.page.locator("section:has(#to-do)")).to_contain_text("by mail to the sample judge")


def california_gives_copy_intent_and_notice_to_the_designee(desk):
    desk.at("2026-02-10T10:00")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-02-10T09:00")
    desk.release_due("2026-02-12T10:00")
    text = desk.letter("copy-cover", "person-in-custody")
    assert "Policy of this office" not in text, text
    # The statement of intent says what an officer decided, and so waits for it.
    desk.open("/letters/statement-of-intent/person-in-custody")
    desk.save("Show what it says")
    expect(desk.page.get_by_role("alert")).to_contain_text("An officer has to decide first")
    desk.play(OFFICER)
    while desk.page.get_by_role("link", name="Decide:").count():
        desk.page.get_by_role("link", name="Decide:").first.click()
        desk.page.locator('[name="choice"][value="refrain"]').check()
        desk.page.get_by_label("Why, if you differ").fill("counsel was asked")
        desk.save("Decide in my name")
    desk.play(CLERK)
    text = desk.letter("statement-of-intent", "person-in-custody")
    assert "We will not keep you because of this request" in text, text
    desk.open("/letters/release-notice-to-designee/attorney-or-designee")
    desk.date("told-agents", "2026-02-10T09:30")
    desk.page.locator('[name="is-attorney"][value="no"]').check()
    desk.page.get_by_label("To whom, line by line?").fill("Sample Designee\n2 Example Street")
    desk.save("Show what it says")
    desk.check("california-designee")
    expect(desk.main).to_contain_text("chose you to get it")


def break_glass_at_two_is_reviewed_the_next_day(desk):
    desk.at("2026-02-10T02:00")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-02-10T01:50")
    desk.release_due("2026-02-10T02:45")
    desk.open("/emergency/hold")
    desk.check("emergency")
    desk.page.locator('[name="choice"][value="refrain"]').check()
    desk.page.get_by_label("Why can it not wait?").fill("Release due within the hour; no officer can be reached")
    desk.page.get_by_label("Who gave you authority by phone?").fill("Sample Counsel, county counsel")
    desk.save("Decide in my name, in an emergency")
    expect(desk.page.locator("section:has(#decisions)")).to_contain_text("by Wednesday, February 11, 2026")
    desk.page.goto(address)
    desk.at("2026-02-11T09:00")
    desk.play(REVIEWER)
    desk.page.goto(address)
    expect(desk.main).to_contain_text("second person to review an emergency decision")
    desk.page.goto(desk.request)
    desk.page.get_by_role("link", name="Review decision 1").click()
    desk.page.get_by_label("Yes").check()
    desk.page.get_by_label("What did you find?").fill("I would have decided the same")
    desk.save()
    expect(desk.page.locator("section:has(#decisions)")).to_contain_text("Reviewed by Lieutenant Sample Reviewer")
    desk.check("emergency-reviewed")


def before_the_server_stops(desk):
    desk.at("2026-02-10T02:05")
    desk.play(CLERK)
    desk.page.goto(address + "/downtime")
    expect(desk.main).to_contain_text("no ground to keep anybody")
    expect(desk.main).to_contain_text("Sample Counsel, 555-0100")
    desk.check("downtime-card")
    desk.receive(DETAINER, "2026-02-10T02:00", name="Sample Person Outage")
    desk.release_due("2026-02-10T02:30")


def after_the_server_was_stopped(desk):
    desk.at("2026-02-10T04:00")
    desk.play(CLERK)
    desk.page.goto(address + "/requests")
    desk.request = address + desk.page.locator("tbody a").first.get_attribute("href")
    desk.open("/emergency/hold")
    desk.page.locator('[name="choice"][value="refrain"]').check()
    desk.page.get_by_label("Why can it not wait?").fill("The desk was down; decided by the downtime card")
    desk.page.get_by_label("Who gave you authority by phone?").fill("Sample Counsel, county counsel")
    desk.date("authorised", "2026-02-10T02:15")
    desk.late("2026-02-10T02:20", "")
    desk.save("Decide in my name, in an emergency")
    expect(desk.page.get_by_role("alert")).to_contain_text("Write why it is entered only now")
    desk.check("late-entry-mistake")
    desk.page.get_by_label("Why is it entered only now?").fill("Server stopped at 2:10 am, card used")
    desk.save("Decide in my name, in an emergency")
    expect(desk.page.locator("#events + ol")).to_contain_text("Tuesday, February 10, 2026, 2:20 am")
    expect(desk.page.locator("#events + ol")).to_contain_text("Entered later, Tuesday, February 10, 2026, 4:00 am: Server stopped at 2:10 am, card used")
    expect(desk.page.locator("section:has(#decisions)")).to_contain_text("Decided Tuesday, February 10, 2026, 2:20 am. Entered Tuesday, February 10, 2026, 4:00 am.")
    desk.check("late-entry")


def citizenship_stops_the_flow(desk):
    desk.at("2026-02-10T02:00")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-02-10T01:50")
    desk.release_due("2026-02-10T03:00")
    desk.open("/citizenship")
    desk.page.get_by_label("What was seen or said, and where?").fill("US passport in the property, seen at booking")
    desk.save("Record it and stop the request")
    expect(desk.page.get_by_role("alert").first).to_contain_text("Call counsel now")
    expect(desk.page.get_by_role("alert").first).to_contain_text("Sample Counsel, 555-0100")
    desk.check("citizenship")
    # Nobody carries the request out, and nobody but the person is written to.
    desk.open("/letters/refusal/immigration-agents")
    desk.save("Show what it says")
    desk.save("Issue it")
    expect(desk.page.get_by_role("alert").first).to_contain_text("until counsel has spoken")
    desk.play(OFFICER)
    desk.open("/decide/hold")
    desk.page.locator('[name="choice"][value="act"]').check()
    desk.page.get_by_label("Why, if you differ").fill("it was asked")
    desk.save("Decide in my name")
    expect(desk.page.get_by_role("alert").first).to_contain_text("US citizen")
    desk.play(COUNSEL)
    desk.page.get_by_role("link", name="What the evidence of citizenship comes to").click()
    desk.page.get_by_label("No: it goes no further").check()
    desk.page.get_by_label("What did you find, and why?").fill("The passport is genuine")
    desk.save("Record what you found")
    expect(desk.main).to_contain_text("goes no further")
    desk.page.get_by_role("link", name="Counsel's notes").click()
    desk.page.get_by_label("Subject").fill("The passport")
    desk.page.get_by_label("Note", exact=True).fill("A privileged remark")
    desk.save("Keep the note")
    expect(desk.main).to_contain_text("A privileged remark")
    desk.check("counsel-notes")


def the_record_is_put_right(desk):
    desk.at("2026-02-10T02:00")
    desk.play(CLERK)
    desk.receive(DETAINER, "2026-02-10T01:40")
    desk.release_due("2026-02-10T03:00")
    desk.open("/attach")
    desk.save("Attach it")
    expect(desk.page.get_by_role("alert")).to_contain_text("Write what it is")
    desk.check("attach-mistake")
    desk.page.get_by_label("What is it?").fill("Fax of the detainer")
    desk.page.get_by_label("The file").set_input_files(
        {"name": "fax.pdf", "mimeType": "application/pdf", "buffer": b"<script>alert(1)</script>\x00"})
    desk.save("Attach it")
    expect(desk.page.get_by_role("alert")).to_contain_text("no PDF, TIFF")
    desk.page.get_by_label("The file").set_input_files(
        {"name": "fax.exe", "mimeType": "text/html", "buffer": b"%PDF-1.7 sample"})
    desk.save("Attach it")
    with desk.page.expect_download() as download:
        desk.page.get_by_role("link", name="Fax of the detainer").click()
    assert download.value.suggested_filename.endswith(".pdf")
    # Another paper, and one that was cleared.
    desk.open("/papers/add")
    desk.check("paper-add")
    desk.page.get_by_label("Which paper is it?").select_option("i205")
    desk.date("received", "2026-02-10T01:55")
    desk.save()
    desk.page.get_by_label("Somebody else").check()
    desk.save()
    desk.open("/papers/2/withdraw")
    desk.page.get_by_label("Who withdrew it").fill("The sample office, by phone")
    desk.save()
    expect(desk.main).to_contain_text("The sample office, by phone")
    desk.check("request-record")
    desk.play("Records officer Sample Publisher, records and publication")
    desk.open("/legal-hold")
    desk.page.get_by_label("Which case or claim").fill("Sample v. Example County")
    desk.save("Place a legal hold")
    expect(desk.main).to_contain_text("Under a legal hold: Sample v. Example County")
    desk.open("/seal")
    desk.page.get_by_label("Which order or law?").fill("Order of the Example County court")
    desk.save("Seal the request")
    # Who sealed it may not read it, and can unseal it; counsel reads it.
    desk.check("requests-sealed")
    sealed, desk.request = desk.request, None
    desk.play(COUNSEL)
    desk.page.goto(sealed)
    desk.check("request-sealed")
    desk.play("Records officer Sample Publisher, records and publication")
    desk.page.goto(sealed)
    expect(desk.main).to_contain_text("sealed")
    desk.page.goto(address + "/requests")
    desk.page.locator("tbody tr", has_text="sealed").first.get_by_role("link").click()
    desk.check("unseal")
    desk.save("Unseal the request")
    expect(desk.page.get_by_role("alert")).to_contain_text("Why is it unsealed?")
    desk.page.get_by_label("Why is it unsealed?").fill("The order was vacated")
    desk.save("Unseal the request")
    desk.request = sealed
    desk.page.goto(sealed)
    expect(desk.main).to_contain_text("unsealed the case: The order was vacated")
    desk.play("Records officer Sample Publisher, records and publication")
    desk.page.goto(address + "/records")
    desk.check("records")
    desk.play(COUNSEL)
    desk.page.goto(address + "/adoption")
    desk.check("adoption")


stories = {
    "illinois": (illinois_from_arrival_to_closing, "America/Chicago"),
    "illinois-warrant": (illinois_beside_a_criminal_warrant, "America/Chicago"),
    "new-jersey": (new_jersey_until_a_minute_to_midnight, "America/New_York"),
    "florida": (florida_tells_judge_and_state_attorney, "America/New_York"),
    "california": (california_gives_copy_intent_and_notice_to_the_designee, "America/Los_Angeles"),
    "break-glass": (break_glass_at_two_is_reviewed_the_next_day, "America/Chicago"),
    "outage-before": (before_the_server_stops, "America/Chicago"),
    "outage-after": (after_the_server_was_stopped, "America/Chicago"),
    "citizenship": (citizenship_stops_the_flow, "America/Chicago"),
    "record": (the_record_is_put_right, "America/Chicago"),
}

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = look.page(browser)
    tell, zone = stories[story]
    tell(Desk(page, zone))
    browser.close()

look.finish()
