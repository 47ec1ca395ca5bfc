"""Sets letters until its input ends: a letter as a line of JSON in, its PDF as a line of JSON out.

A letter reaches the layout as data (sys.inputs) and is never spliced into it. An answer bears the number of its letter. The
first line out says what is ready, or what is missing.
"""

import base64
import json
import os
import sys

LAYOUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "letter.typ")
STANDARDS = ["ua-1", "a-2a"]


def say(answer):
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def explanation(error):
    parts = [getattr(error, "message", "") or str(error)] + list(getattr(error, "hints", []))
    return " ".join(part.strip() for part in parts if part)[:2000]


def main():
    try:
        import typst
    except ImportError:
        say({"missing": "typst"})
        return 3
    folders = [folder for folder in sys.argv[1:] if os.path.isdir(folder)]
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
    compiler = typst.Compiler(LAYOUT, root=os.path.dirname(LAYOUT), font_paths=fonts)
    say({"ready": sorted(set(fonts.families()))})
    for line in sys.stdin.buffer:
        number = None
        try:
            job = json.loads(line)
            number = job["number"]
            pdf, warnings = compiler.compile_with_warnings(
                format="pdf", sys_inputs={"letter": job["letter"]}, pdf_standards=STANDARDS, timestamp=job["timestamp"])
            # A font that is not there is a warning to the typesetter, and to a reader a blank.
            if warnings:
                say({"number": number, "refused": explanation(warnings[0])})
            else:
                say({"number": number, "pdf": base64.b64encode(pdf).decode("ascii")})
        except Exception as error:  # The next letter must not suffer from this one.
            say({"number": number, "refused": explanation(error)})
    return 0


if __name__ == "__main__":
    sys.exit(main())
