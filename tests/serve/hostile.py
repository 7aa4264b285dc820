"""Reports that mean harm, or that no screen is made for; every word of them is to be readable all the same."""

import dataclasses

from reportedly import read_text

RUN = "window.harmed=1"  # what a browser would have done, had it run anything of these
SCRIPT = f"<script>{RUN}</script><img src=x onerror='{RUN}'><svg onload={RUN}><a href='javascript:{RUN}'>here</a>"
FRAMEWORKS = (
    "{{ 7*7 }} {% raw %} {{ self.__init__ }} {{constructor.constructor('" + RUN + "')()}} ${7*7} <%= 7*7 %> #{7*7} "
    '<div v-html="\'x\'" ng-app x-data="{}" hx-get=/undo hx-trigger=load hx-on:click=\'' + RUN + "'></div>"
)
SQL = "' OR 1=1; DROP TABLE report; --"
MARKS = "\u202eevil\u202c \u2066isolated\u2069 \u200bzero\u200dwidth\ufeff \x00 \x1b[31m \x07 \x85 \ud800 end of marks"
TOKEN = "x" * 1_000_000
TITLE = "Trams stop at Brno " + "depot " * 17_000
NAME = "../../etc/passwd?x=<b onclick=window.harmed=1>&amp;#'\""
LEAD = "The mayor of Brno said on Monday that two trams had stopped at Brno depot."
ARABIC = (
    "قال مسؤول في ميناء بيروت يوم الاثنين إن سفينتين غادرتا الميناء.\n\n"
    "وأضاف المتحدث باسم الميناء أن ثلاث سفن أخرى لا تزال راسية في بيروت."
)


def reports():
    """Give one report of each kind."""
    script = read_text(
        f"{LEAD} {SCRIPT}\n\nThree officials said {FRAMEWORKS} at the depot in Brno on Monday.\n\n"
        f'"{SQL}" a spokesman said in Brno. {MARKS}',
        as_is=True,
        title=f"{SCRIPT} {{{{ 7*7 }}}}",
        publisher=f"{SCRIPT} Post",
        published="2025-03-03",
        url=f"javascript:{RUN}",
    )
    again = dataclasses.replace(script, id=NAME, url=None, path=NAME, body=script.body + " It was again so.")
    token = read_text(
        f"{LEAD} Two officials said {TOKEN} in Brno.", as_is=True, title="A long word", published="2025-03-04"
    )
    title = read_text(f"{LEAD} An officer saw a tram.", as_is=True, title=TITLE, published="2025-03-05")
    arabic = read_text(
        ARABIC, as_is=True, title="سفينتان تغادران ميناء بيروت", publisher="جريدة الميناء", published="2025-03-06"
    )
    return {"script": script, "again": again, "token": token, "title": title, "arabic": arabic}
