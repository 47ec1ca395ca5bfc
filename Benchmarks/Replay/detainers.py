"""Writes made-up rows in the layout of ICE's detainer files of March 2026, each column blank as often as in all releases.

    detainers.py ROWS FILE

Nobody is in it: every cell is drawn by chance, from the same seed each time. Days are those of September 2022 to February 2026; the
states are all of them and the District of Columbia, alike; facilities bear names of fiction.
"""
import datetime, random, sys

rows, path = int(sys.argv[1]), sys.argv[2]
random.seed(65)
STATES = """ALABAMA|ALASKA|ARIZONA|ARKANSAS|CALIFORNIA|COLORADO|CONNECTICUT|DELAWARE|DISTRICT OF COLUMBIA|FLORIDA|GEORGIA|HAWAII|IDAHO
ILLINOIS|INDIANA|IOWA|KANSAS|KENTUCKY|LOUISIANA|MAINE|MARYLAND|MASSACHUSETTS|MICHIGAN|MINNESOTA|MISSISSIPPI|MISSOURI|MONTANA|NEBRASKA
NEVADA|NEW HAMPSHIRE|NEW JERSEY|NEW MEXICO|NEW YORK|NORTH CAROLINA|NORTH DAKOTA|OHIO|OKLAHOMA|OREGON|PENNSYLVANIA|RHODE ISLAND
SOUTH CAROLINA|SOUTH DAKOTA|TENNESSEE|TEXAS|UTAH|VERMONT|VIRGINIA|WASHINGTON|WEST VIRGINIA|WISCONSIN|WYOMING""".replace("\n", "|").split("|")
DAYS = [str(datetime.date(2022, 9, 1) + datetime.timedelta(days)) for days in range(1_270)]
NEW = "I247A - Immigration Detainer - Notice of Action (as of May 2025)"
OLD = "I247A - Immigration Detainer - Immigration Detainer - Notice of Action"
TEXT = ["MADE UP", "OF NOBODY", '"DRAWN, BY CHANCE"', "FICTION", "EXAMPLE"]
NUMBERS = [str(number) for number in range(1, 91)]
VALUES = {
    "Facility State": STATES,
    "Detainer Facility": [
        f'"FICTION {number}, {kind}"' for number in range(1_000) for kind in ("COUNTY JAIL", "CITY JAIL", "STATE PRISON", "CENTER")],
    "Detainer Type": [OLD] * 60 + [NEW] * 34 + ["I247G - Request for Advance Notification of Release"] * 5 + ["Form 9"],
    "Detainer Lift Reason": [
        "Booked into Detention", "Detainer Declined by LEA", "Case Closed", "Early Release", "Duplicate",
        '"No longer in State, Local, or Federal Custody"'],
    "Detainer Criminality": ["1 Convicted Criminal", "2 Pending Criminal Charges", "3 Other Immigration Violator"],
    "Birth Year": ['"b(6), b(7)c"'], "Birth Date": ['"b(6), b(7)c"'],
    "Citizenship Country": ["NOWHERE"], "Birth Country": ["NOWHERE"], "Gender": ["Unknown"],
    "EID DTA ID": NUMBERS, "Anonymized Identifier": ["0" * 40],
}
# A column and the share of blanks in per cent.
COLUMNS = """Detainer Prepare Date 0|Facility State 0.1|Facility AOR 19.9|Port of Departure 69.4|Departure Country 69.4|Departed Date 69.3
Case Status 49.3|Detainer Criminality 0|Detainer Facility 0|Detainer Facility Code 0|Facility City 0.1|Detainer Threat Level 6.8|Gender 0
Citizenship Country 0|Birth Country 0|Birth Date 50|Birth Year 0|Entry Status 23.6|MSC Charge 72.1|MSC Sentence Days 91
MSC Sentence Months 93.4|MSC Sentence Years 93.2|MSC Charge Code 72.1|MSC Charge Date 72.1|MSC Conviction Date 72.1
Aggravated Felon Yes No 0.1|Processing Disposition 0|Case Category 49.3|TOA Case Category 85.7|TOA Current Program 75.1
Apprehension Method 75|Final Order Yes No 49.3|Final Order Date 68.5|Apprehension Date 75|Entry Date 86.7|Prior Felony Yes No 63.6
Multiple Prior MISD Yes No 70.5|Violent Misdemeanor Yes No 63.5|Illegal Entry Yes No 100|Illegal Reentry Yes No 71.9
Immigration Fraud Yes No 100|Significant Risk Yes No 71.9|Other Removal Reason Yes No 100|Other Removal Reason 100
Criminal Street Gang Yes No 71.9|Aggravated Felony Yes No 68.9|Deportation Ordered Yes No 19.6|Order to Show Cause Served Yes No 19.6
Order to Show Cause Served Date 50|Biometric Match Yes No 19.6|Statements Made Yes No 19.6|Unlawful Attempt Yes No 100
Unlawful Entry Yes No 100|Visa Yes No 100|Federal Register Notice Yes No 42.6|Resume Custody Yes No 0|Detainer Lift Reason 33.4
Detainer Lift Reason Code 33.4|Active Investigation Yes No 100|Arrest Warrant Served Date 50|Detainer Type 0
Notify Release Request Yes No 100|TOD Current Duty Site 0.1|EID DTA ID 0|Anonymized Identifier 12.5""".replace("\n", "|").split("|")


def column(entry, count):
    name, blank = entry.rsplit(" ", 1)
    if name in VALUES:
        values = VALUES[name]
    elif name.endswith("Date"):
        values = DAYS
    elif name.endswith("Yes No"):
        values = ["YES", "NO"]
    else:
        values = NUMBERS if "Sentence" in name or name.endswith("Code") or name.endswith("Level") else TEXT
    share = float(blank) / 100
    cells = random.choices(values, k=count)
    return cells if share == 0 else ["" if random.random() < share else cell for cell in cells]


with open(path, "w") as file:
    file.write(",".join(entry.rsplit(" ", 1)[0] for entry in COLUMNS) + "\n")
    left = rows
    while left > 0:
        count = min(left, 20_000)
        for row in zip(*(column(entry, count) for entry in COLUMNS)):
            file.write(",".join(row) + "\n")
        left -= count
